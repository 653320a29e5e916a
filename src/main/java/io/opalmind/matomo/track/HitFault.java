package io.opalmind.matomo.track;

/**
 * Why a hit is not sent.
 *
 * @param field Matomo's name of the parameter that is at fault
 * @param reason what is wrong with it and what is accepted, in one line
 */
public record HitFault(String field, String reason) {}
