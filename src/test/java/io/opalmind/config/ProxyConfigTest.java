package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyConfigTest {
    private static final URI HTTPS = URI.create("https://m.example/");
    private static final URI HTTP = URI.create("http://m.example/");

    @TempDir
    Path directory;

    private Setup setup() {
        return Setup.complete(directory);
    }

    private ProxyServer proxy(String value) {
        return setup().env("HTTPS_PROXY", value).load().proxy().proxyFor(HTTPS);
    }

    private boolean isDirect(String noProxy, String target) {
        Setup setup = setup().env("HTTPS_PROXY", "p:1").env("HTTP_PROXY", "p:1").env("NO_PROXY", noProxy);
        return setup.load().proxy().proxyFor(URI.create(target)) == null;
    }

    @Test
    void without_variables_there_is_no_proxy() {
        ProxyConfig proxy = setup().load().proxy();

        assertNull(proxy.proxyFor(HTTPS));
        assertNull(proxy.proxyFor(HTTP));
    }

    @Test
    void each_scheme_has_its_own() {
        ProxyConfig proxy = setup().env("HTTPS_PROXY", "http://s.example:1")
                .env("HTTP_PROXY", "http://p.example:2")
                .load()
                .proxy();

        assertEquals(new ProxyServer("s.example", 1, null, null), proxy.proxyFor(HTTPS));
        assertEquals(new ProxyServer("p.example", 2, null, null), proxy.proxyFor(HTTP));
    }

    @Test
    void lower_case_wins_within_one_place() {
        Setup setup = setup().env("HTTPS_PROXY", "upper:1").env("https_proxy", "lower:1");
        assertEquals("lower", setup.load().proxy().proxyFor(HTTPS).host());

        setup.without("https_proxy").file(".env", "https_proxy=file:1\n");
        assertEquals("upper", setup.load().proxy().proxyFor(HTTPS).host());
    }

    @ParameterizedTest
    @CsvSource({
        "http://p.example:3128, p.example, 3128",
        "HTTP://p.example:3128/, p.example, 3128",
        "p.example:3128, p.example, 3128",
        "p.example, p.example, 1080",
        "http://[::1]:3128, ::1, 3128",
        "10.0.0.1:8080, 10.0.0.1, 8080",
        "my_proxy:1, my_proxy, 1",
    })
    void proxy_is_read_as_curl_reads_it(String value, String host, int port) {
        assertEquals(new ProxyServer(host, port, null, null), proxy(value));
    }

    @ParameterizedTest
    @CsvSource({
        "http://me:hunter2@p.example:3128, me, hunter2",
        "me:hunter2@p.example:3128, me, hunter2",
        "http://m%40e:h%3Au%25n@p.example:3128, m@e, h:u%n",
        "http://me:h+u#n/t^er@2@p.example:3128, me, h+u#n/t^er@2",
        "http://me@p.example:3128, me, ''",
    })
    void user_and_password_are_read_and_hidden(String value, String user, String password) {
        ProxyServer proxy = proxy(value);

        assertEquals(new ProxyServer("p.example", 3128, user, new Secret(password)), proxy);
        assertFalse(proxy.toString().contains("hunter2"), proxy::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socks5://hunter2:1",
                "https://hunter2:1",
                "htt://hunter2:1",
                "http://",
                "hunter2:port",
                "hunter2:0",
                "http://me:hunter2@",
                "http://me:hunter2%zz@p:1",
                "http://me:hunter2%0a@p:1",
                "hunt er2",
                "::1"
            })
    void what_is_no_http_proxy_is_a_fault_that_does_not_show_it(String value) {
        String fault = setup().env("http_proxy", value).fault();

        assertTrue(fault.startsWith("http_proxy (environment): not the address of a proxy; http://["), fault);
        assertFalse(fault.contains("hunt"), fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    *                      | https://m.example/
                    m.example              | https://m.example/
                    M.EXAMPLE              | https://m.Example/
                    m.example.             | https://m.example/
                    .m.example             | https://m.example/
                    example                | https://m.example/
                    .example               | https://m.example/
                    *.example              | https://m.example/
                    other, m.example       | https://m.example/
                    other m.example        | https://m.example/
                    m.example:443          | https://m.example/
                    m.example:80           | http://m.example/
                    m.example:8443         | https://m.example:8443/
                    *:8443                 | https://m.example:8443/
                    10.0.0.1               | https://10.0.0.1/
                    ::1                    | https://[::1]/
                    [::1]                  | https://[::1]/
                    [::1]:8443             | https://[::1]:8443/
                    """)
    void host_on_the_list_is_reached_directly(String list, String target) {
        assertTrue(isDirect(list, target));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    other                  | https://m.example/
                    ample                  | https://m.example/
                    .                      | https://m.example/
                    ,                      | https://m.example/
                    sub.m.example          | https://m.example/
                    m.example:80           | https://m.example/
                    m.example:x            | https://m.example/
                    [::1]:8443             | https://[::1]/
                    ::2                    | https://[::1]/
                    """)
    void other_host_goes_through_the_proxy(String list, String target) {
        assertFalse(isDirect(list, target));
    }
}
