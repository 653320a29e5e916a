package io.opalmind.config;

/**
 * What an option says in place of a variable.
 *
 * @param option as the user wrote it: {@code --timeout}
 */
public record OptionValue(String option, String value) {}
