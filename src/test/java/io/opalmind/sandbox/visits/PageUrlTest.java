package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://Example.COM/Path, https://example.com/Path",
        "https://example.com, https://example.com",
        "https://example.com/a#part, https://example.com/a",
        "https://example.com/a?x=1&mtm_campaign=A&y=%C3%A4#part, https://example.com/a?x=1&y=%C3%A4",
        "https://example.com/a?GCLID=1&utm_source=b, https://example.com/a",
        "https://example.com/a?x&y=&x=2, https://example.com/a?x=2&y=",
        "https://example.com?x=1, https://example.com?x=1",
        "https://jo:Pass@Example.com:8443/a, https://jo:Pass@example.com:8443/a",
        "//example.com/a, //example.com/a",
        "http://[::1]:80/a, http://[::1]:80/a",
        "example.com/a, ''",
        "/a/b, ''",
        "x://a, ''"
    })
    void address_is_kept_as(String url, String kept) {
        assertEquals(kept, PageUrl.clean(url));
    }

    @Test
    void address_is_one_line_and_bounded() {
        assertEquals("https://example.com/ab", PageUrl.clean(" https://example.com/a\r\nb\0 "));
        assertEquals(
                1024, PageUrl.clean("https://example.com/" + "x".repeat(5000)).length());
    }
}
