package io.opalmind.sandbox;

import io.opalmind.sandbox.site.Goal;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.site.Sites;
import java.time.ZoneId;
import java.util.List;

/** The two sites whose hits are the sample. */
public final class SampleSites {
    private SampleSites() {}

    /** A shop in UTC with two goals and orders, and a blog in New York. */
    public static Sites all() {
        Goal newsletter = new Goal(1, "Newsletter Signup", "", 0);
        Goal contact = new Goal(2, "Contact reached", "/contact", 5);
        ZoneId newYork = ZoneId.of("America/New_York");
        return new Sites(List.of(
                new Site(
                        1,
                        "Example Shop",
                        "https://example.com",
                        ZoneId.of("UTC"),
                        "EUR",
                        true,
                        List.of(newsletter, contact)),
                new Site(2, "Example Blog", "https://blog.example.org", newYork, "USD", false, List.of())));
    }
}
