package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class ShownTest {
    private static String shown(Variable variable, String value) {
        return Shown.of(new Setting(variable, value, "environment"));
    }

    @Test
    void value_of_a_secret_variable_is_never_shown() {
        assertNull(shown(Variable.MATOMO_TOKEN, "x"));
        assertNull(shown(Variable.REDIS_PASSWORD, "x"));
        assertNull(shown(Variable.REDISCLI_AUTH, "x"));
        assertNull(shown(Variable.REDIS_URL, "x"));
        assertNull(shown(Variable.HTTPS_PROXY, "x"));
        assertNull(shown(Variable.HTTP_PROXY, "x"));
    }

    @Test
    void control_and_direction_characters_are_shown_as_numbers() {
        assertEquals("a\\u000ab\\u202ec\\u2028", shown(Variable.REDIS_PORT, "a\nb\u202Ec\u2028"));
    }

    @Test
    void long_value_is_cut() {
        assertEquals("y".repeat(80) + "…", shown(Variable.REDIS_PORT, "y".repeat(81)));
        assertEquals("y".repeat(80), shown(Variable.REDIS_PORT, "y".repeat(80)));
    }
}
