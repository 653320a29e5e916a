package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opalmind.sandbox.SampleSites;
import io.opalmind.sandbox.site.Site;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where visits come from: more than the data set holds. */
class ReferrerReadingTest {
    private static final Site SHOP = SampleSites.all().all().get(0);

    private static Referrer of(String referrer, String page) {
        String query = "rec=1&url=" + URLEncoder.encode(page, StandardCharsets.UTF_8) + "&urlref="
                + URLEncoder.encode(referrer, StandardCharsets.UTF_8);
        return ReferrerReading.of(Trial.hit(query, true), SHOP, null);
    }

    @ParameterizedTest
    @CsvSource({
        "'', DIRECT, '', ''",
        "not a url, DIRECT, '', ''",
        "https://example.com/cart, DIRECT, '', ''",
        "https://www.EXAMPLE.com/cart, DIRECT, '', ''",
        "https://www.google.de/, SEARCH, Google, ''",
        "https://www.google.co.uk/search?q=Blue+Widgets, SEARCH, Google, blue widgets",
        "https://google.com/url?sa=t&url=x, SEARCH, Google, ''",
        "https://www.google.com/maps, WEBSITE, www.google.com, ''",
        "https://google.evil.example/, WEBSITE, google.evil.example, ''",
        "https://www.bing.com/search?q=gr%C3%B6%C3%9Fe, SEARCH, Bing, größe",
        "https://www.bing.com/maps, WEBSITE, www.bing.com, ''",
        "https://duckduckgo.com/?ia=web, SEARCH, DuckDuckGo, ''",
        "https://search.yahoo.com/search?p=hat, SEARCH, Yahoo!, hat",
        "https://www.facebook.com/, SEARCH, Facebook, ''",
        "https://www.facebook.com/groups/1, SOCIAL, Facebook, ''",
        "https://l.facebook.com/, SOCIAL, Facebook, ''",
        "https://www.linkedin.com/feed/, SOCIAL, LinkedIn, ''",
        "https://t.co/abc, SOCIAL, Twitter, ''",
        "https://news.ycombinator.com/item?id=1, SOCIAL, Hacker News, ''",
        "https://Partner.example.net:8443/reviews?x=1, WEBSITE, partner.example.net, ''",
        "https://www.partner.example.net/, WEBSITE, www.partner.example.net, ''"
    })
    void referrer_is(String url, Referrer.Type type, String name, String keyword) {
        Referrer referrer = of(url, "https://example.com/");
        assertEquals(type, referrer.type());
        assertEquals(name, referrer.name());
        assertEquals(keyword, referrer.keyword());
    }

    @ParameterizedTest
    @CsvSource({
        "mtm_campaign=Winter%20Sale&mtm_kwd=Shoes, winter sale, shoes",
        "pk_campaign=A&pk_kwd=B, a, b",
        "utm_campaign=A&utm_term=B&utm_source=C, a, b",
        "utm_source=C&utm_medium=D, c, partner.example.net",
        "utm_campaign=+&utm_medium=D, d, partner.example.net",
        "mtm_campaign=A, a, partner.example.net",
        "x=1#mtm_campaign=A&mtm_kwd=B, a, b",
        "mtm_campaign=50%+off&mtm_kwd=%C3%A4, 50% off, ä"
    })
    void campaign_is(String query, String name, String keyword) {
        Referrer referrer = of("https://partner.example.net/", "https://example.com/?" + query);
        assertEquals(new Referrer(Referrer.Type.CAMPAIGN, name, keyword, "https://partner.example.net/"), referrer);
    }

    @Test
    void campaign_takes_its_keyword_from_the_search_that_led_to_it() {
        Referrer referrer = of("https://www.bing.com/search?q=hats", "https://example.com/?mtm_campaign=A");
        assertEquals("hats", referrer.keyword());
        assertEquals("", of("", "https://example.com/?mtm_campaign=A").keyword());
    }

    @Test
    void hit_may_name_its_campaign_itself() {
        Hit hit = Trial.hit("mtm_campaign=News&mtm_kwd=Link&url=https://example.com/?mtm_campaign=Other", true);
        Referrer referrer = ReferrerReading.of(hit, SHOP, null);
        assertEquals("news", referrer.name());
        assertEquals("link", referrer.keyword());
    }

    @Test
    void page_may_ask_to_ignore_its_referrer() {
        assertEquals(
                ReferrerReading.DIRECT,
                of("https://partner.example.net/", "https://example.com/?ignore_referrer=1&mtm_campaign=A"));
    }

    @Test
    void page_of_the_same_host_is_no_referrer() {
        assertEquals(ReferrerReading.DIRECT, of("https://staging.example.net/a", "https://staging.example.net/b"));
    }
}
