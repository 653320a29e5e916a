package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opalmind.matomo.ReportName;
import io.opalmind.matomo.report.Reports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What completions do, in each shell the same, as somebody at a terminal sees it. */
abstract class CompletionContract {
    private static final String TAB = "\t";

    @TempDir
    Path home;

    private CompletionHome user;

    /** The shell's program. */
    abstract String program();

    /** A line of sh that becomes the shell, at a terminal, with a start-up file that is fit for {@link TypedShell}. */
    abstract String interactive(Path startUpFiles, Path folder) throws IOException;

    /** The script under test, as it is installed. */
    abstract Path script();

    /** Whether a completion is told what stands behind the cursor. */
    boolean seesBehindTheCursor() {
        return true;
    }

    @BeforeEach
    void moveIn() throws IOException {
        assumeTrue(ShellPath.has(program()), program() + " is not installed: apt-get install " + program());
        assumeTrue(isTerminalThere(), "util-linux's script is not installed: apt-get install bsdutils");
        user = new CompletionHome(home, script());
    }

    /** BSD has another program of that name. */
    private static boolean isTerminalThere() throws IOException {
        return ShellPath.has("script")
                && new String(
                                new ProcessBuilder("script", "--version")
                                        .redirectErrorStream(true)
                                        .start()
                                        .getInputStream()
                                        .readAllBytes(),
                                StandardCharsets.UTF_8)
                        .contains("util-linux");
    }

    private Completed typed(String line, String behind) throws IOException {
        Path folder = Files.createDirectories(home.resolve("typed"));
        Path startUpFiles = Path.of("src/test/resources/completion").toAbsolutePath();
        return user.shell(folder, interactive(startUpFiles, folder)).complete(line, behind);
    }

    private List<String> offers(String line) throws IOException {
        return typed(line + TAB, "").offers();
    }

    private String line(String line) throws IOException {
        return typed(line + TAB, "").line();
    }

    private static List<String> sorted(List<String> words) {
        List<String> sorted = new ArrayList<>(words);
        Collections.sort(sorted);
        return sorted;
    }

    @Test
    void commands() throws IOException {
        assertEquals(sorted(Commands.NAMES), offers("opalmind "));
        assertEquals("opalmind inspect-redis ", line("opalmind ins"));
        user.startedJava(0);
    }

    @Test
    void commands_of_a_group() throws IOException {
        assertEquals(sorted(TrackCommands.names()), offers("opalmind track "));
        assertEquals(sorted(InspectCommands.NAMES), offers("opalmind -q inspect-redis "));
    }

    @Test
    void reports() throws IOException {
        assertEquals(sorted(QueryArguments.reportNames()), offers("opalmind query "));
        assertEquals("opalmind query popular-urls ", line("opalmind query pop"));
        user.startedJava(0);
    }

    @Test
    void topics_and_commands_of_help() throws IOException {
        assertEquals("opalmind help segments ", line("opalmind help seg"));
        assertEquals("opalmind help inspect-redis ", line("opalmind help ins"));
        user.startedJava(0);
    }

    @Test
    void second_argument_is_no_report() throws IOException {
        List<String> offers = offers("opalmind query popular-urls ");
        assertFalse(offers.contains("campaigns"), offers.toString());
    }

    @Test
    void options_of_the_command_alone() throws IOException {
        assertTrue(
                offers("opalmind query --f").containsAll(List.of("--format", "--funnel", "--fail-empty", "--force")));
        List<String> health = offers("opalmind health --");
        assertTrue(health.containsAll(List.of("--details", "--fail-on", "--verbose", "--help")), health.toString());
        assertFalse(health.contains("--segment"), health.toString());
        assertTrue(offers("opalmind track order --").contains("--order-id"));
    }

    @ParameterizedTest
    @CsvSource({
        "opalmind query --period day --per, --period",
        "opalmind query -f json --for, --format",
        "opalmind query --format=json -, -f",
        "opalmind --verbose query --verb, --verbose",
        "opalmind query -v --verb, --verbose",
        "opalmind -v track event --verb, --verbose",
        "opalmind track -q event --qui, --quiet"
    })
    void option_that_is_there_is_not_offered(String line, String option) throws IOException {
        List<String> offers = offers(line);
        assertFalse(offers.contains(option), offers.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opalmind health -v --log-format=json",
                "opalmind -v --profile a health -o out",
                "opalmind --deadline 3s health --log-format json --",
                "opalmind health --site 1"
            })
    void options_before_do_not_mislead(String before) throws IOException {
        String dashes = before.endsWith("--") ? before : before + " --";
        assertEquals(dashes + "fail-on ", line(dashes + "fail").replaceFirst("=$", " "));
        String start = dashes + "fail-on ";
        assertEquals(start + "unhealthy ", line(start + "u"));
    }

    @Test
    void option_that_may_be_repeated_is_offered_again() throws IOException {
        assertEquals(List.of("--dimension"), offers("opalmind track event --dimension 1=a --dim"));
    }

    @Test
    void no_options_behind_two_dashes() throws IOException {
        assertEquals(List.of(), offers("opalmind health -- --det"));
    }

    @ParameterizedTest
    @CsvSource({
        "'opalmind query --format=', csv json markdown ndjson table tsv",
        "'opalmind query -f ', csv json markdown ndjson table tsv",
        "'opalmind health -f ', json nagios prometheus table",
        "'opalmind inspect-redis audit --format n', nagios ndjson",
        "'opalmind query --period ', day month range week year",
        "'opalmind query popular-urls --date l', last30 last7",
        "'opalmind query traffic-channels --channel s', search social",
        "'opalmind --log-format ', json text",
        "'opalmind query --log-format=', json text",
        "'opalmind health --fail-on ', degraded unhealthy",
        "'opalmind inspect-redis audit --fail-on ', fail warn",
        "'opalmind track event --on-unknown ', resend skip verify",
        "'opalmind track import --input ', csv ndjson query",
        "'opalmind inspect-redis keys --kind ', cache claim idempotency queue stats",
        "'opalmind inspect-redis keys --kind cache,', claim idempotency queue stats",
        "'opalmind inspect-redis delete --kind ', cache idempotency",
        "'opalmind inspect-redis audit --skip tls,ao', aof",
        "'opalmind inspect-redis keys --feature popu', popularUrls",
        "'opalmind completion ', bash fish zsh"
    })
    void values(String line, String values) throws IOException {
        assertEquals(List.of(values.split(" ")), offers(line));
        user.startedJava(0);
    }

    @Test
    void value_that_only_the_user_knows_is_left_to_the_user() throws IOException {
        assertEquals(List.of(), offers("opalmind query --segment "));
        assertEquals(List.of(), offers("opalmind track event --category "));
    }

    @Test
    void columns_of_the_report() throws IOException {
        assertEquals(
                sorted(Reports.of(ReportName.FUNNEL_SUMMARY).columns()),
                offers("opalmind query funnel-summary --columns "));
        assertEquals(
                List.of("nb_hits", "nb_uniq_visitors", "nb_visits"),
                offers("opalmind query popular-urls --columns label,nb_"));
        assertFalse(offers("opalmind query popular-urls --columns=label,").contains("label"));
        user.startedJava(0);
    }

    @Test
    void report_may_stand_behind_the_cursor() throws IOException {
        List<String> offers =
                typed("opalmind query --columns " + TAB, " device-types").offers();
        assertTrue(offers.containsAll(Reports.of(ReportName.DEVICE_TYPES).columns()), offers.toString());
        assertEquals(!seesBehindTheCursor(), offers.contains("totalConversions"), offers.toString());
    }

    @Test
    void sort_is_by_a_column_and_a_direction() throws IOException {
        assertEquals("opalmind query popular-urls --sort exit_rate ", line("opalmind query popular-urls --sort ex"));
        assertEquals(
                List.of("asc", "desc"),
                offers("opalmind query popular-urls --sort nb_hits:").stream()
                        .map(offer -> offer.replace("nb_hits:", ""))
                        .toList());
        assertEquals(
                "opalmind query popular-urls --sort=nb_hits:desc ",
                line("opalmind query popular-urls --sort=nb_hits:d"));
    }

    @Test
    void sites_by_name() throws IOException {
        user.sites("{\"Shop\": 1, \"Blog\": 22, \"Shop: EU\": 3}");
        assertEquals("opalmind query --site Blog ", line("opalmind query --site B"));
        assertEquals("opalmind query --site=all ", line("opalmind query --site=a"));
        assertEquals("opalmind health --site=Blog ", line("opalmind health --site=B"));
        assertEquals("opalmind query --site Shop,Blog ", line("opalmind query --site Shop,Bl"));
        assertEquals("opalmind query --site 22 ", line("opalmind query --site 2"));
    }

    @Test
    void sites_of_what_the_line_names() throws IOException {
        Files.writeString(user.file("a.json"), "{\"Alpha\": 1}");
        Files.writeString(user.file("b.json"), "{\"Beta\": 1}");
        Files.writeString(user.file("c.json"), "{\"Gamma\": 1}");
        user.profile("a", "SITE_MAPPING_PATH=a.json");
        Files.writeString(user.file("b.env"), "SITE_MAPPING_PATH=b.json");
        Files.writeString(user.file("c.env"), "SITE_MAPPING_PATH=c.json");
        assertEquals(List.of("Alpha", "all"), offers("opalmind --profile a query --site "));
        assertEquals(List.of("Beta"), offers("opalmind track event --env-file=b.env --site "));
        Files.move(user.file("c.env"), user.file(".env"));
        assertEquals(List.of("Gamma"), offers("opalmind health --site "));
    }

    @Test
    void sites_are_asked_for_once() throws IOException {
        user.sites("{\"Shop\": 1, \"Shop two\": 2}");
        typed("opalmind query --site S" + TAB + TAB + TAB, "");
        user.startedJava(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Shop\": 1, \"shop\": 2}", "not JSON", ""})
    void mapping_that_cannot_be_read_offers_nothing(String json) throws IOException {
        user.sites(json);
        assertEquals("opalmind health --site ", line("opalmind health --site "));
        user.startedJava(1);
        user.set("SITE_MAPPING_PATH", "gone.json");
        assertEquals(List.of(), offers("opalmind health --site "));
    }

    /** The name is put on the line so that the shell, when the line is run, makes that name of it again. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "$(touch hit) | \\$",
                "$(touch hit) | '$",
                "$(touch hit) | \"\\$",
                "`touch hit` | \\`",
                "`touch hit` | '`",
                "a;touch hit | a",
                "a;touch hit | \"a",
                "It's a \"site\" | It",
                "It's a \"site\" | 'It",
                "It's a \"site\" | \"It",
                "A: B=C | A",
                "A: B=C | A:",
                "A: B=C | 'A:",
                "x&touch hit | x",
                "x#| x",
                "x>hit | x",
                "back\\slash\\ | b",
                "back\\slash\\ | \"b",
                "star*?[s]~ | st",
                "~home | \\~",
                "(x) {y} %s $HOME | \\(",
                "Ünï 日本 | Ü"
            })
    void name_of_a_site_stays_a_name(String name, String start) throws Exception {
        user.sites("{\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\": 1}");
        String line = line("opalmind health --site=" + start);
        assertEquals(List.of("health", "--site=" + name), user.arguments(program(), line), line);
        assertFalse(Files.exists(user.file("hit")), line);
    }

    @Test
    void line_is_not_run_while_it_is_completed() throws IOException {
        user.sites("{\"Shop\": 1}");
        offers("opalmind --profile '$(touch hit)' --env-file \"`touch hit`\" health --site S");
        offers("opalmind --profile=$(touch hit) --env-file=`touch hit` health --site S");
        offers("opalmind query '$(touch hit)' \"$(touch hit)\" --columns=a,$(touch hit), --per");
        offers("opalmind '$(touch hit)' `touch hit` --per");
        assertFalse(Files.exists(user.file("hit")));
    }

    @Test
    void profiles() throws IOException {
        user.profile("live", "");
        user.profile("two words", "");
        user.profile("$(touch hit)", "");
        Files.writeString(home.resolve(".config/opalmind/token"), "");
        assertEquals("opalmind --profile live ", line("opalmind --profile l"));
        assertEquals("opalmind query --profile=two\\ words ", line("opalmind query --profile=tw"));
        assertEquals(3, offers("opalmind health --profile ").size());
        user.startedJava(0);
        Path elsewhere = Files.createDirectories(home.resolve("xdg/opalmind"));
        Files.writeString(elsewhere.resolve("other.env"), "");
        user.set("XDG_CONFIG_HOME", home.resolve("xdg").toString());
        assertEquals("opalmind --profile other ", line("opalmind --profile "));
    }

    @Test
    void no_profiles_yet() throws IOException {
        assertEquals("opalmind --profile ", line("opalmind --profile "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"query -o ", "query --output=", "--env-file ", "track import ", "inspect-redis export "})
    void files(String start) throws IOException {
        Files.writeString(user.file("my hits.csv"), "");
        assertEquals("opalmind " + start + "my\\ hits.csv ", line("opalmind " + start + "my"));
        user.startedJava(0);
    }

    /** Its value is behind an equals sign or not there. */
    @Test
    void option_whose_value_may_be_missing_takes_no_word() throws IOException {
        Files.writeString(user.file("shop.ndjson"), "");
        assertEquals("opalmind --sandbox query ", line("opalmind --sandbox que"));
        assertEquals("opalmind --sandbox query --period day ", line("opalmind --sandbox query --period d"));
        assertEquals("opalmind query --sandbox=shop.ndjson ", line("opalmind query --sandbox=sh"));
    }

    @Test
    void program_may_be_named_by_its_path() throws IOException {
        user.sites("{\"Shop\": 1}");
        assertEquals("~/bin/opalmind health --site Shop ", line("~/bin/opalmind health --site S"));
        user.startedJava(1);
    }
}
