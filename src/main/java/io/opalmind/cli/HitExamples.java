package io.opalmind.cli;

import io.opalmind.matomo.track.HitKind;
import java.util.List;

/** Examples of each kind of hit. */
final class HitExamples {
    private HitExamples() {}

    static List<Example> of(HitKind kind) {
        return switch (kind) {
            case PAGEVIEW ->
                List.of(
                        Example.of("A page", "opalmind track pageview --url https://example.com/ --action-name Home"),
                        Example.of(
                                "The page of a product",
                                "opalmind track pageview --url https://example.com/hat --product-sku A1"),
                        Example.of(
                                "A page that the server took 80 ms for",
                                "opalmind track pageview --url https://example.com/ --perf server=80"));
            case EVENT ->
                List.of(
                        Example.of("An event", "opalmind track event --category Video --action play --name Intro"),
                        Example.of(
                                "A job that is done, sent once however often this is run",
                                "opalmind track event --category Job --action done --value -3.5 \\",
                                "  --idempotency-key job-17"));
            case GOAL ->
                List.of(
                        Example.of("A goal", "opalmind track goal --goal-id 1"),
                        Example.of(
                                "A goal with revenue, of a user who is known",
                                "opalmind track goal --goal-id 1 --revenue 5 --uid ann@example.com"));
            case ORDER ->
                List.of(
                        Example.of(
                                "An order, sent once however often this is run",
                                "opalmind track order --order-id 1182 --revenue 59.80 \\",
                                "  --idempotency-key order-1182"),
                        Example.of(
                                "An order with its items; a comma in a value stands in quotes",
                                "opalmind track order --order-id 1183 --revenue 59.10 --tax 9.44 \\",
                                "  --item 'sku=A1,name=\"Hat, red\",category=Hats|Red,price=19.7,quantity=3'"),
                        Example.of(
                                "An order with many items, from a JSON file",
                                "opalmind track order --order-id 1184 --revenue 12 --items items.json"));
            case CART ->
                List.of(
                        Example.of(
                                "What lies in the cart now",
                                "opalmind track cart --revenue 19.70 --item sku=A1,name=Hat,price=19.7 \\",
                                "  --visitor-id 0123456789abcdef"),
                        Example.of(
                                "The cart of that visitor was emptied",
                                "opalmind track cart --revenue 0 --visitor-id 0123456789abcdef"));
            case SEARCH ->
                List.of(
                        Example.of("A search with 12 results", "opalmind track search --keyword hats --count 12"),
                        Example.of(
                                "A search that found nothing in its category",
                                "opalmind track search --keyword hats --search-category Shop --count 0"));
            case CONTENT ->
                List.of(
                        Example.of(
                                "A banner was seen",
                                "opalmind track content --content-name Banner --content-piece ad.png"),
                        Example.of(
                                "A banner was clicked",
                                "opalmind track content --content-name Banner --interaction click"));
            case DOWNLOAD ->
                List.of(
                        Example.of("A download", "opalmind track download --url https://example.com/catalog.pdf"),
                        Example.of(
                                "A download, and the page it was started on",
                                "opalmind track download --file-url https://example.com/catalog.pdf \\",
                                "  --url https://example.com/downloads"));
            case OUTLINK ->
                List.of(
                        Example.of(
                                "A click on a link that leads away",
                                "opalmind track outlink --url https://partner.example.net/"),
                        Example.of(
                                "The same, and the page that has the link",
                                "opalmind track outlink --link-url https://partner.example.net/ \\",
                                "  --url https://example.com/partners"));
            case PING ->
                List.of(Example.of(
                        "The visitor is still reading", "opalmind track ping --visitor-id 0123456789abcdef"));
        };
    }
}
