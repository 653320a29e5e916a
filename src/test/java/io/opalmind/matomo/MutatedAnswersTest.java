package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.cli.Main;
import io.opalmind.cli.Surroundings;
import io.opalmind.cli.Terminal;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.Faults;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a server answers, a query ends with an exit code of the contract and without a stack trace; and so does the
 * next one, which may find it in the cache.
 */
@ExtendWith(MatomoExtension.class)
class MutatedAnswersTest {
    /** Fixed, so that a failure can be looked into; each case adds its number. */
    private static final long SEED = 20261124;

    private static final int CASES = Integer.getInteger("opalmind.mutations", 250);

    private static final Set<Integer> DOCUMENTED = Set.of(0, 2, 3, 4, 5, 6, 7, 10);

    private static final List<String> FORMATS = List.of("table", "json", "ndjson", "csv", "tsv", "markdown");

    private static final List<String> QUERIES = List.of(
            "key-numbers --date yesterday",
            "key-numbers --date last7",
            "key-numbers-series --date last7",
            "popular-urls --period range --date last30",
            "popular-urls --date last7 --limit 2",
            "popular-urls --site all --date yesterday",
            "top-referrers --period range --date last30 --sort nb_visits",
            "entry-pages --period range --date last30 --all",
            "campaigns --period range --date last30",
            "campaigns --date last7 --limit 1",
            "ecommerce-overview --period range --date last30",
            "ecommerce-overview --date last7",
            "ecommerce-revenue-totals --date last7 --series",
            "ecommerce-revenue-totals --period range --date last30",
            "events --category CTA --action play --period range --date last30",
            "event-categories --period range --date last30",
            "device-types --period range --date last30",
            "traffic-channels --period range --date last30 --channel search",
            "traffic-channels --period range --date last30 --sort revenue:asc",
            "goal-conversions --period range --date last30",
            "goal-conversions --date last7 --goal 1",
            "funnel-summary --funnel 1 --period range --date last30",
            "funnel-summary --funnel 1 --date last7");

    private FakeMatomo matomo;

    @TempDir
    private Path directory;

    @BeforeEach
    void serve(FakeMatomo fresh) {
        matomo = fresh;
        matomo.answer(
                "Funnels.getFunnel",
                "{\"idfunnel\":1,\"name\":\"Buy\",\"steps\":[{\"position\":1,\"name\":\"Cart\"}]}");
        matomo.answer(
                "Funnels.getFunnelMetrics", "{\"nb_conversions\":\"3\",\"nb_visits\":9,\"conversion_rate\":\"33%\"}");
        matomo.answer("Funnels.getFunnelFlowTable", "[{\"label\":\"Cart\",\"step_position\":1,\"nb_entries\":9}]");
    }

    @Test
    void any_answer_ends_in_a_documented_exit_code() {
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(SEED + i);
            List<String> bodies = new ArrayList<>();
            Mutation mutation = new Mutation(random);
            AtomicReference<RuntimeException> broken = new AtomicReference<>();
            matomo.heal().failAlways(Faults.changedBody("mutation", body -> {
                try {
                    bodies.add(mutation.of(body));
                } catch (RuntimeException e) {
                    broken.set(e);
                    throw e;
                }
                return bodies.get(bodies.size() - 1);
            }));
            String query = QUERIES.get(i % QUERIES.size());
            for (int run = 0; run < 2; run++) {
                String format = FORMATS.get(random.nextInt(FORMATS.size()));
                check(i, run, query + " -f " + format, bodies);
            }
            assertTrue(broken.get() == null, () -> "The mutation itself failed: " + broken.get());
        }
    }

    private void check(int number, int run, String line, List<String> bodies) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                environment(number),
                directory,
                Clock.systemUTC(),
                new Terminal(false, false, 100),
                nothing(),
                out,
                err);
        int code = Main.run(("query " + line).split(" "), surroundings, exit -> {});
        String said = err.toString(StandardCharsets.UTF_8);
        boolean fine = DOCUMENTED.contains(code) && !said.contains("\tat ") && !said.contains("    at ");
        assertTrue(
                fine,
                () -> "case " + number + " of seed " + SEED + ", run " + run + ": " + line + " ended with " + code
                        + ": " + said + "\nanswers:\n" + shortened(bodies));
    }

    private Map<String, String> environment(int number) {
        return Map.of(
                "MATOMO_BASE_URL",
                matomo.url().toString(),
                "MATOMO_TOKEN",
                FakeMatomo.ADMIN_TOKEN,
                "MATOMO_DEFAULT_SITE_ID",
                "1",
                "MATOMO_MAX_ATTEMPTS",
                "1",
                "OPALMIND_STATE_DIR",
                directory.resolve("state-" + number).toString());
    }

    private static InputStream nothing() {
        return InputStream.nullInputStream();
    }

    private static String shortened(List<String> bodies) {
        StringBuilder text = new StringBuilder();
        for (String body : bodies) {
            text.append(body, 0, Math.min(body.length(), 1500)).append('\n');
        }
        return text.toString();
    }
}
