package io.opalmind.cli;

import io.opalmind.matomo.track.HitKind;

/** Examples of each kind of hit, for the end of its help. No line is longer than a terminal is wide. */
final class HitExamples {
    private HitExamples() {}

    static String[] of(HitKind kind) {
        return switch (kind) {
            case PAGEVIEW ->
                examples(
                        "opalmind track pageview --url https://example.com/ --action-name Home",
                        "opalmind track pageview --url https://example.com/hat --product-sku A1",
                        "opalmind track pageview --url https://example.com/ --perf server=80");
            case EVENT ->
                examples(
                        "opalmind track event --category Video --action play --name Intro",
                        "opalmind track event --category Job --action done --value -3.5 \\",
                        "  --idempotency-key job-17 --ts 2026-11-24T18:30:00+01:00");
            case GOAL ->
                examples(
                        "opalmind track goal --goal-id 1",
                        "opalmind track goal --goal-id 2 --revenue 5 --uid ann@example.com");
            case ORDER ->
                examples(
                        "opalmind track order --order-id O-17 --revenue 59.10 --tax 9.44 \\",
                        "  --item 'sku=A1,name=\"Hat, red\",category=Hats|Red,price=19.7,quantity=3'",
                        "opalmind track order --order-id O-18 --revenue 12 --items items.json");
            case CART ->
                examples(
                        "opalmind track cart --revenue 19.70 --item sku=A1,name=Hat,price=19.7",
                        "opalmind track cart --revenue 0 --visitor-id 0123456789abcdef");
            case SEARCH ->
                examples(
                        "opalmind track search --keyword hats --count 12",
                        "opalmind track search --keyword hats --search-category Shop --count 0");
            case CONTENT ->
                examples(
                        "opalmind track content --content-name Banner --content-piece ad.png",
                        "opalmind track content --content-name Banner --interaction click");
            case DOWNLOAD ->
                examples(
                        "opalmind track download --url https://example.com/catalog.pdf",
                        "opalmind track download --file-url https://example.com/catalog.pdf \\",
                        "  --url https://example.com/downloads");
            case OUTLINK ->
                examples(
                        "opalmind track outlink --url https://partner.example.net/",
                        "opalmind track outlink --link-url https://partner.example.net/ \\",
                        "  --url https://example.com/partners");
            case PING -> examples("opalmind track ping --visitor-id 0123456789abcdef");
        };
    }

    private static String[] examples(String... lines) {
        String[] all = new String[lines.length + 1];
        all[0] = "Examples:";
        for (int i = 0; i < lines.length; i++) {
            all[i + 1] = "  " + lines[i];
        }
        return all;
    }
}
