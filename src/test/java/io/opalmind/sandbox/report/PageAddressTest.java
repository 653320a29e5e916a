package io.opalmind.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

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
    void labelsAPage(String url, String label) {
        assertThat(PageAddress.of(url).label()).isEqualTo(label);
    }

    @Test
    void isOnePageHoweverItIsFetched() {
        assertThat(PageAddress.of("http://www.example.com/a")).isEqualTo(PageAddress.of("https://example.com/a"));
        assertThat(PageAddress.of("https://example.com/a")).isNotEqualTo(PageAddress.of("https://example.com/b"));
    }

    @Test
    void keepsTheWholeAddress() {
        assertThat(PageAddress.of("HTTPS://WWW.example.com/A").url()).isEqualTo("https://www.example.com/A");
    }

    @Test
    void knowsItsFolder() {
        assertThat(PageAddress.of("https://example.com/docs").top()).isEqualTo("docs");
        assertThat(PageAddress.of("https://example.com/docs/faq").top()).isEqualTo("docs/");
    }
}
