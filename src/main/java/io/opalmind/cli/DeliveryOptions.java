package io.opalmind.cli;

import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** How a hit of unknown fate is treated. */
final class DeliveryOptions {
    private static final List<String> WORDS = List.of("verify", "resend", "skip");

    private DeliveryOptions() {}

    static void declareOnUnknown(CommandSpec spec) {
        new Declared(spec)
                .words(
                        WORDS,
                        "verify|resend|skip",
                        "A hit that was sent and not answered: ask the visits log (the default), send it again, or"
                                + " leave it.",
                        "--on-unknown");
    }

    static OnUnknown onUnknown(ParseResult parsed) {
        @Nullable String word = Declared.text(parsed, "--on-unknown");
        if (word == null) {
            return OnUnknown.VERIFY;
        }
        return switch (word) {
            case "verify" -> OnUnknown.VERIFY;
            case "resend" -> OnUnknown.RESEND;
            case "skip" -> OnUnknown.SKIP;
            default -> throw Names.noSuch("--on-unknown", word, WORDS);
        };
    }
}
