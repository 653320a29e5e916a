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
public record Site(
        int id, String name, String url, ZoneId zone, String currency, boolean ecommerce, List<Goal> goals) {}
