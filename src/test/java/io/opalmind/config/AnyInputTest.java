package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in the configuration, it is used or it is a fault: never another exception. */
class AnyInputTest {
    private static final String[] NASTY = {
        " ",
        "\u0000",
        "\n",
        "\uD800",
        "\uDC00\uD800",
        "%",
        "%zz",
        "[",
        "]",
        "[]",
        "[::",
        ":",
        "::",
        "@",
        "@@",
        "/",
        "//",
        "://",
        "http://",
        "http://[",
        "http://[]",
        "http://:80",
        "http://a:b:c",
        "http://a@b",
        "https://\uD800.example",
        "https://xn--\u0130.example/",
        "https://" + "ä".repeat(300) + ".example",
        "redis://",
        "redis://,",
        "redis://a,,b",
        "redis-sentinel://,#m",
        "redis-socket://",
        "rediss:",
        "?",
        "#",
        "a#b?c",
        "..",
        "../..",
        "~",
        "-",
        "--",
        "*",
        "*.",
        "9".repeat(400),
        "0".repeat(400),
        "-0",
        "0.",
        ".0",
        "1.1.1",
        "é",
        "x".repeat(100_000)
    };

    @TempDir
    Path directory;

    /** True where it could be loaded. */
    private boolean outcome(Setup setup, ConfigOptions options) {
        try {
            Config config = setup.load(options);
            config.siteMapping().names();
            config.stateDir();
            if (config.redis() != null) {
                assertNotNull(config.redis().describe());
            }
            return true;
        } catch (ConfigException e) {
            assertFalse(e.faults().isEmpty());
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(Variable.class)
    void nasty_value_of_a_variable_is_used_or_a_fault(Variable variable) {
        for (String value : NASTY) {
            outcome(Setup.complete(directory).env(variable.name(), value), ConfigOptions.NONE);
        }
    }

    @Test
    void nasty_option_is_used_or_a_fault() {
        for (String value : NASTY) {
            outcome(Setup.complete(directory), Setup.envFile(value));
            outcome(Setup.complete(directory), Setup.profile(value));
            outcome(Setup.complete(directory), Setup.tokenFile(value));
        }
    }

    @Test
    void random_env_file_and_site_mapping_are_used_or_a_fault() {
        Random random = new Random(20261124);
        String alphabet = "REDIS_PORT=1='\"\\\n\r# \texport{}:,ä\uFEFF\u0000";
        int loaded = 0;
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            Setup setup = Setup.complete(directory).file(".env", bytes).file("sites.json", bytes);
            loaded += outcome(setup, ConfigOptions.NONE) ? 1 : 0;
            outcome(setup.env("SITE_MAPPING_PATH", "sites.json"), ConfigOptions.NONE);
        }
        assertFalse(loaded == 0 || loaded == 500, "both outcomes are to be met: " + loaded);
    }
}
