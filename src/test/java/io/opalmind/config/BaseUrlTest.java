package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
    @TempDir
    Path directory;

    private Setup with(String baseUrl) {
        return Setup.complete(directory).env("MATOMO_BASE_URL", baseUrl);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://m.example                            | https://m.example/
                    https://m.example/                           | https://m.example/
                    https://m.example//                          | https://m.example/
                    https://m.example/index.php                  | https://m.example/
                    https://m.example/matomo.php                 | https://m.example/
                    https://m.example/piwik.php                  | https://m.example/
                    https://m.example/index.php/                 | https://m.example/
                    https://m.example/stats                      | https://m.example/stats/
                    https://m.example/stats/                     | https://m.example/stats/
                    https://m.example/stats/index.php            | https://m.example/stats/
                    https://m.example/a/b/matomo.php             | https://m.example/a/b/
                    https://m.example/my-index.php               | https://m.example/my-index.php/
                    https://m.example/index.php?module=API&x=[1] | https://m.example/
                    https://m.example/?a=b#?c{d                  | https://m.example/
                    https://m.example/#top                       | https://m.example/
                    https://m.example:8443/stats                 | https://m.example:8443/stats/
                    https://m.example:443                        | https://m.example/
                    http://localhost:80                          | http://localhost/
                    HTTPS://M.Example/Stats                      | https://m.example/Stats/
                    https://[2001:db8::1]:8080/                  | https://[2001:db8::1]:8080/
                    https://m.example/st%20ats                   | https://m.example/st%20ats/
                    https://müller.example/zähler                | https://xn--mller-kva.example/z%C3%A4hler/
                    """)
    void address_becomes_the_root_of_matomo(String given, String root) {
        assertEquals(root, with(given).load().matomo().baseUrl().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m.example",
                "m.example:8080/stats",
                "//m.example",
                "ftp://m.example",
                "https:m.example",
                "https://",
                "https:///stats",
                "https://my_matomo/",
                "https://m.example:0/",
                "https://m.example:65536/",
                "https://m.example/a b",
                "https://m example/",
                "/stats",
                "https"
            })
    void what_is_no_address_of_a_web_server_is_refused(String given) {
        String fault = with(given).fault();

        assertTrue(fault.startsWith("MATOMO_BASE_URL=" + given + " (environment): "), fault);
        assertTrue(fault.contains("the http:// or https:// address of Matomo"), fault);
    }

    @Test
    void user_and_password_are_refused_and_not_shown() {
        String fault = with("https://me:hunter2@m.example/").fault();

        assertTrue(fault.startsWith("MATOMO_BASE_URL (environment): has a user or password in it; "), fault);
        assertFalse(fault.contains("hunter2"), fault);
    }

    @Test
    void token_in_a_query_is_not_shown() {
        String fault = with("m.example/?token_auth=hunter2").fault();

        assertTrue(fault.startsWith("MATOMO_BASE_URL=m.example/?… (environment): "), fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://m.example", "http://10.0.0.1/", "http://127.evil.example/", "http://[::2]/"})
    void plain_http_to_another_machine_is_warned_of(String given) {
        String warning = Setup.only(with(given).warnings());

        assertTrue(warning.startsWith("MATOMO_BASE_URL (environment) is an http:// address"), warning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://m.example",
                "http://localhost:8080/",
                "http://matomo.localhost/",
                "http://127.0.0.1/",
                "http://127.1.2.3/",
                "http://[::1]:8080/"
            })
    void https_and_this_machine_need_no_warning(String given) {
        assertEquals(List.of(), with(given).warnings());
    }
}
