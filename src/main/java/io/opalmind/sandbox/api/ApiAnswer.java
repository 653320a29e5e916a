package io.opalmind.sandbox.api;

/**
 * @param status of HTTP; Matomo says most errors with 200
 * @param body JSON text
 */
public record ApiAnswer(int status, String body) {}
