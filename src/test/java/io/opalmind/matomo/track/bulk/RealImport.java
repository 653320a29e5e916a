package io.opalmind.matomo.track.bulk;

import io.opalmind.Notices;
import io.opalmind.OpalMind;
import io.opalmind.Tracking;
import io.opalmind.config.Config;
import io.opalmind.config.ConfigLoader;
import io.opalmind.config.ConfigOptions;
import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.testing.matomo.FakeMatomo;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** An import over HTTP, with all that is real on our side; in this process, or as the main class of another. */
final class RealImport {
    private RealImport() {}

    /** Ends with what was delivered on standard output. Arguments: Matomo's URL, file, state directory. */
    public static void main(String[] args) {
        ImportCounts counts = run(args[0], FakeMatomo.ADMIN_TOKEN, Path.of(args[1]), Path.of(args[2]), 25);
        if (counts.refused() + counts.unknown() > 0) {
            throw new IllegalStateException(counts.toString());
        }
    }

    static ImportCounts run(String url, String token, Path file, Path state, int batch) {
        Map<String, String> environment =
                Map.of("MATOMO_BASE_URL", url, "MATOMO_TOKEN", token, "OPALMIND_STATE_DIR", state.toString());
        Config config = new ConfigLoader(environment, state.resolveSibling("nowhere"), InputStream.nullInputStream())
                .load(new ConfigOptions(null, null, null, Map.of(), true));
        try (OpalMind opalMind =
                new OpalMind(config, OpalMind.Mode.ORDINARY, Clock.systemUTC(), new Silence(), "test")) {
            Tracking tracking = opalMind.tracking(OnUnknown.VERIFY);
            ImportSettings settings = new ImportSettings(
                    file,
                    null,
                    "1",
                    null,
                    3,
                    batch,
                    0,
                    OnUnknown.VERIFY,
                    null,
                    state,
                    file.toString(),
                    tracking.matomo(),
                    false,
                    false,
                    Duration.ofSeconds(1));
            ImportTools tools = new ImportTools(
                    tracking.gate(),
                    HitWire.of(tracking.api()),
                    tracking.verifier(),
                    null,
                    Clock.systemUTC(),
                    InputStream.nullInputStream(),
                    warning -> {
                        throw new IllegalStateException(warning);
                    },
                    counts -> {});
            try (BulkImport bulk = new BulkImport(settings, tools)) {
                return bulk.run().counts();
            }
        }
    }

    private static final class Silence implements Notices {
        @Override
        public void warn(String message) {
            throw new IllegalStateException(message);
        }

        @Override
        public void detail(String message) {
            // nobody listens
        }
    }
}
