package io.opalmind.sandbox.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.com, /",
        "https://example.com/, /",
        "https://example.com/pricing, /pricing",
        "https://example.com/docs/, /docs/",
        "https://example.com/docs/index, /docs/",
        "https://example.com//a//b/, /a/b/",
        "https://example.com/find?q=hat, /find?q=hat",
        "https://example.com?q=hat, /",
        "https://example.com/1/2/3/4/5/6/7/8/9/10/11, /1/2/3/4/5/6/7/8/9/10/11",
    })
    void labels_a_page(String url, String label) {
        assertEquals(label, PageAddress.of(url).label());
    }

    @Test
    void is_one_page_however_it_is_fetched() {
        assertEquals(PageAddress.of("https://example.com/a"), PageAddress.of("http://www.example.com/a"));
        assertNotEquals(PageAddress.of("https://example.com/b"), PageAddress.of("https://example.com/a"));
    }

    @Test
    void keeps_the_whole_address() {
        assertEquals(
                "https://www.example.com/A",
                PageAddress.of("HTTPS://WWW.example.com/A").url());
    }

    @Test
    void knows_its_folder() {
        assertEquals("docs", PageAddress.of("https://example.com/docs").top());
        assertEquals("docs/", PageAddress.of("https://example.com/docs/faq").top());
    }
}
