package io.opalmind.sandbox.api;

/**
 * An answer of the Reporting API.
 *
 * @param status of HTTP; Matomo says most errors with 200
 * @param body JSON text
 */
public record ApiAnswer(int status, String body) {}
