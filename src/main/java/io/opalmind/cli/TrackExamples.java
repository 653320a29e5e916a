package io.opalmind.cli;

import io.opalmind.matomo.track.HitKind;
import java.util.List;

/** Examples of {@code track}. */
final class TrackExamples {
    private TrackExamples() {}

    static List<Example> group() {
        return List.of(
                Example.of("A page view", "opalmind track pageview --url https://example.com/ --action-name Home"),
                Example.of(
                        "An order, sent once however often this is run",
                        "opalmind track order --order-id 1182 --revenue 59.80 \\",
                        "  --idempotency-key order-1182"),
                Example.of("What could not be delivered", "opalmind track queue"));
    }

    static List<Example> of(String command) {
        return switch (command) {
            case ImportCommand.NAME ->
                List.of(
                        Example.of(
                                "Look at a file first: what would be refused, and why?",
                                "opalmind track import hits.ndjson --dry-run"),
                        Example.of(
                                "Send it; after a kill the same command goes on",
                                "opalmind track import hits.ndjson --rejects refused.ndjson"),
                        Example.of(
                                "Orders, each once by its number, gently",
                                "opalmind track import orders.csv --key-field order-id --rate 50"),
                        Example.of(
                                "Hits out of a web server's log",
                                "grep matomo.php access.log | opalmind track import - --input query"));
            case FlushCommand.NAME ->
                List.of(
                        Example.of("Deliver what waits, from cron", "opalmind track flush -q"),
                        Example.of(
                                "Deliver at once, and send again what may have arrived",
                                "opalmind track flush --on-unknown resend"));
            case StatusCommand.NAME -> List.of(Example.of("Did the order arrive?", "opalmind track status order-1182"));
            case QueueCommand.NAME ->
                List.of(
                        Example.of("How many wait, since when, and why", "opalmind track queue"),
                        Example.of("Each hit that Matomo refused", "opalmind track queue --dead -f table"),
                        Example.of("Once the cause is mended, try them again", "opalmind track queue --retry-dead"));
            default -> ofHit(command);
        };
    }

    private static List<Example> ofHit(String command) {
        for (HitKind kind : HitKind.values()) {
            if (kind.label().equals(command)) {
                return HitExamples.of(kind);
            }
        }
        return List.of();
    }
}
