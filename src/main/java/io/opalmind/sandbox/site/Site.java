package io.opalmind.sandbox.site;

import java.time.ZoneId;
import java.util.List;

/**
 * A measured site.
 *
 * @param id 1 and up
 * @param url main address, without a trailing slash
 * @param zone where its days begin and end
 * @param currency ISO 4217 code
 * @param ecommerce whether orders and carts are counted
 */
public record Site(int id, String name, String url, ZoneId zone, String currency, boolean ecommerce, List<Goal> goals) {
    public Site {
        goals = List.copyOf(goals);
    }

    /** A site of which no more is known: UTC, EUR, with ecommerce, no goals. */
    public static Site plain(int id, String url) {
        String address = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        return new Site(
                id,
                "Site " + id,
                address.isEmpty() ? "http://localhost" : address,
                ZoneId.of("UTC"),
                "EUR",
                true,
                List.of());
    }

    /** The same with these goals. */
    public Site withGoals(List<Goal> others) {
        return new Site(id, name, url, zone, currency, ecommerce, others);
    }
}
