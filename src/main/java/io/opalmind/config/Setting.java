package io.opalmind.config;

/**
 * A variable with a value, and where it came from.
 *
 * @param name the variable's name as it is spelt there: {@code https_proxy} is {@code HTTPS_PROXY} too
 * @param origin {@code environment}, {@code FILE:LINE} or {@code option --name}
 */
record Setting(Variable variable, String name, String value, String origin) {

    Setting(Variable variable, String value, String origin) {
        this(variable, variable.name(), value, origin);
    }

    /** Without the blanks around it, which no number, address or name has. */
    String stripped() {
        return value.strip();
    }

    /** For messages that must not show the value, and in place of what a record prints: the value may be a secret. */
    @Override
    public String toString() {
        return name + " (" + origin + ")";
    }
}
