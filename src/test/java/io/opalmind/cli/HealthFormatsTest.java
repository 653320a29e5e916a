package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.health.Check;
import io.opalmind.health.CheckStatus;
import io.opalmind.health.HealthReport;
import io.opalmind.health.Measure;
import io.opalmind.health.NagiosLine;
import io.opalmind.health.PrometheusText;
import io.opalmind.health.Verdict;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One line for Nagios, and Prometheus' text: as their specifications have it. */
@ExtendWith(MatomoExtension.class)
class HealthFormatsTest {
    private static final Instant TIME = Instant.parse("2026-11-24T20:30:00Z");

    /** {@code 'label'=value[UOM];[warn];[crit];[min];[max]} of the monitoring plugins' guidelines. */
    private static final String RANGE = "(?:@?(?:~|-?[\\d.]+)?:?(?:-?[\\d.]+)?)?";

    private static final Pattern PERFORMANCE = Pattern.compile("'[^'=]+'=-?[\\d.]+(?:us|ms|s|%|B|KB|MB|TB|c)?(?:;"
            + RANGE + "(?:;" + RANGE + "(?:;(?:-?[\\d.]+)?(?:;(?:-?[\\d.]+)?)?)?)?)?");

    private static final Pattern LINE =
            Pattern.compile("OPALMIND (OK|WARNING|CRITICAL|UNKNOWN) - ([^|\\n]+)(?:\\| (.+))?\\n");

    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[a-z_]+=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"\\})? (-?[0-9.]+)");

    @TempDir
    Path home;

    private static Measure measure(String label, double value, Measure.Unit unit, String warn, String fail) {
        String suffix = unit == Measure.Unit.MILLISECONDS ? "_seconds" : unit == Measure.Unit.PERCENT ? "_ratio" : "";
        return new Measure(label, label + suffix, "The " + label + ".", value, unit, warn, fail);
    }

    private static Check check(String name, CheckStatus status, String output, Measure... measures) {
        Value observed = measures.length == 0
                ? Value.Nothing.INSTANCE
                : new Value.Num(String.valueOf((long) measures[0].value()));
        Row details = name.equals("matomo-api") ? new Row().put("version", "5.0.2 \"x\\y\"") : new Row();
        return new Check(name, status, "service", observed, "ms", TIME, output, details, List.of(measures));
    }

    private static HealthReport healthy() {
        return new HealthReport(
                Verdict.HEALTHY,
                TIME,
                List.of(
                        check(
                                "matomo-api",
                                CheckStatus.PASS,
                                "API responded in 12ms.",
                                measure("matomo", 12, Measure.Unit.MILLISECONDS, "", "")),
                        check(
                                "reports-cache",
                                CheckStatus.PASS,
                                "Hit rate: 85.5%.",
                                measure("cache_hit_rate", 85.5, Measure.Unit.PERCENT, "20:", "5:")),
                        check(
                                "tracking-queue",
                                CheckStatus.PASS,
                                "pending=0",
                                measure("queue_pending", 0, Measure.Unit.COUNT, "10", "25"),
                                measure("clock_skew", -2, Measure.Unit.SECONDS, "", ""))));
    }

    private static HealthReport broken() {
        return new HealthReport(
                Verdict.UNHEALTHY,
                TIME,
                List.of(
                        check("token-auth", CheckStatus.WARN, "Not checked."),
                        check("matomo-api", CheckStatus.FAIL, "refused | by\na \"proxy\"")));
    }

    @Test
    void nagios_line_of_a_healthy_one() {
        Golden.file("health/healthy.nagios").check(NagiosLine.of(healthy(), 0));
        isNagios(NagiosLine.of(healthy(), 0), "OK");
    }

    @Test
    void nagios_line_of_a_broken_one_begins_with_the_worst() {
        Golden.file("health/broken.nagios").check(NagiosLine.of(broken(), 2));
        isNagios(NagiosLine.of(broken(), 2), "CRITICAL");
    }

    @Test
    void prometheus_text_of_both() {
        Golden.file("health/healthy.prom").check(PrometheusText.of(healthy()));
        Golden.file("health/broken.prom").check(PrometheusText.of(broken()));
        prometheus(PrometheusText.of(healthy()));
        prometheus(PrometheusText.of(broken()));
    }

    private static void isNagios(String text, String state) {
        Matcher line = LINE.matcher(text);
        assertTrue(line.matches(), text);
        assertEquals(state, line.group(1));
        if (line.group(3) != null) {
            for (String data : line.group(3).split(" ", -1)) {
                assertTrue(PERFORMANCE.matcher(data).matches(), data);
            }
        }
    }

    /** Reads text exposition format 0.0.4: each metric has its HELP and TYPE once and before it, no sample twice. */
    private static Map<String, Double> prometheus(String text) {
        assertTrue(text.endsWith("\n"), "the last line must end");
        Set<String> helped = new HashSet<>();
        Set<String> typed = new HashSet<>();
        Map<String, Double> samples = new HashMap<>();
        for (String line : text.split("\n")) {
            String[] words = line.split(" ", 4);
            if (line.startsWith("# HELP ")) {
                assertTrue(helped.add(words[2]), "two HELP lines of " + words[2]);
            } else if (line.startsWith("# TYPE ")) {
                assertEquals("gauge", words[3]);
                assertTrue(helped.contains(words[2]) && typed.add(words[2]), line);
            } else {
                Matcher sample = SAMPLE.matcher(line);
                assertTrue(sample.matches(), line);
                assertTrue(typed.contains(sample.group(1)), "no TYPE before " + line);
                String labels = sample.group(2) == null ? "" : sample.group(2);
                assertTrue(
                        samples.put(sample.group(1) + labels, Double.parseDouble(sample.group(3))) == null,
                        "twice: " + line);
            }
        }
        return samples;
    }

    @Test
    void nagios_gets_one_line_that_agrees_with_the_exit_code(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        isNagios(shell.run("health", "-f", "nagios").exits(0).saysNothing().stdout(), "OK");
        matomo.answer("API.getMatomoVersion", "{\"value\":\"3.14.1\"}");
        isNagios(shell.run("health", "-f", "nagios").exits(1).stdout(), "WARNING");
        isNagios(
                shell.run("health", "-f", "nagios", "--fail-on", "unhealthy")
                        .exits(0)
                        .stdout(),
                "OK");
        matomo.refuseConnections();
        isNagios(shell.run("health", "-f", "nagios").exits(2).stdout(), "CRITICAL");
    }

    /** Nagios reads standard output alone. */
    @Test
    void nagios_is_told_what_is_wrong_with_the_configuration(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        Outcome outcome =
                shell.unset("MATOMO_BASE_URL").run("health", "-f", "nagios").exits(3);
        isNagios(outcome.stdout(), "UNKNOWN");
        assertTrue(outcome.stdout().contains("MATOMO_BASE_URL"), outcome.stdout());
        isNagios(shell.run("health", "-f", "nagios", "--site", "all").exits(3).stdout(), "UNKNOWN");
    }

    @Test
    void prometheus_gets_all_numbers_in_base_units(FakeMatomo matomo) {
        Map<String, Double> samples = prometheus(RunCli.with(matomo, home)
                .run("health", "-f", "prometheus")
                .exits(0)
                .saysNothing()
                .stdout());
        assertEquals(0, samples.get("opalmind_health_status"));
        assertEquals(0, samples.get("opalmind_health_check_status{check=\"token-auth\"}"));
        assertEquals(1, samples.get("opalmind_matomo_info{version=\"5.0.2\"}"));
        assertTrue(samples.get("opalmind_matomo_response_seconds") < 30);
        assertEquals(0, samples.get("opalmind_queue_pending"));
        assertTrue(samples.get("opalmind_health_timestamp_seconds") > 1.7e9);
    }

    /** The textfile collector may read at any moment: the file is there whole, or as it was. */
    @Test
    void file_takes_its_place_whole(FakeMatomo matomo) throws IOException {
        RunCli shell = RunCli.with(matomo, home);
        shell.file("opalmind.prom", "as it was\n");
        shell.unset("MATOMO_TOKEN")
                .run("health", "-f", "prometheus", "-o", "opalmind.prom")
                .exits(3);
        assertEquals("as it was\n", Files.readString(shell.path("opalmind.prom")));
        matomo.refuseConnections();
        shell.run("health", "-f", "prometheus", "-o", "opalmind.prom").exits(2).printsNothing();
        Map<String, Double> samples = prometheus(Files.readString(shell.path("opalmind.prom")));
        assertEquals(2, samples.get("opalmind_health_status"));
        assertFalse(samples.containsKey("opalmind_matomo_response_seconds"), "there was no response");
    }

    /** What users set alerts on is written down. */
    @Test
    void every_check_and_metric_is_documented(FakeMatomo matomo) throws IOException {
        long now = Instant.now().getEpochSecond();
        matomo.answer("Live.getLastVisitsDetails", "[{\"lastActionTimestamp\":" + now + "}]");
        matomo.answer("API.isPluginActivated", "{\"value\":true}");
        String text = RunCli.with(matomo, home)
                .run("health", "--details", "-f", "prometheus")
                .exits(0)
                .stdout();
        String doc = Files.readString(Path.of("docs/health.md"));
        for (String sample : prometheus(text).keySet()) {
            int labels = sample.indexOf('{');
            String metric = labels < 0 ? sample : sample.substring(0, labels);
            assertTrue(doc.contains("`" + metric + (labels < 0 ? "`" : "{")), metric);
            if (metric.equals("opalmind_health_check_status")) {
                String name = sample.substring(sample.indexOf('"') + 1, sample.lastIndexOf('"'));
                assertTrue(doc.contains("| `" + name + "`"), name);
            }
        }
    }
}
