package io.opalmind.sandbox.visits;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A goal reached, an order placed or a cart left behind.
 *
 * @param goal the goal's id; {@link #ORDER} or {@link #ABANDONED_CART} otherwise
 * @param revenue in the site's currency
 * @param url of the page it happened on
 * @param orderId of an order alone
 * @param pagesBefore page views of the visit up to it, the one it happened on included
 */
public record Conversion(
        int goal,
        Instant time,
        double revenue,
        String url,
        @Nullable String orderId,
        double subtotal,
        double tax,
        double shipping,
        double discount,
        List<Item> items,
        int pagesBefore) {
    /** Matomo's own number for an ecommerce order. */
    public static final int ORDER = 0;

    /** Matomo's own number for a cart that was not ordered. */
    public static final int ABANDONED_CART = -1;

    /**
     * A product in a cart or an order.
     *
     * @param quantity 1 and up
     */
    public record Item(String sku, String name, List<String> categories, double price, int quantity) {}
}
