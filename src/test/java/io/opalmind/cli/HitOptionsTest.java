package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.track.HitKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What is typed becomes a hit, or one message that names every option that will not do. */
class HitOptionsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final int WIDTH = 80;

    @TempDir
    Path folder;

    private static HitOptions parse(HitKind kind, String... args) {
        CommandSpec spec = Declared.command(kind.label());
        HitOptions.declare(spec, kind);
        GlobalOptions.declare(spec);
        CommandLine parser = new CommandLine(spec, Declared.NO_FACTORY);
        parser.setOverwrittenOptionsAllowed(true);
        ParseResult parsed = parser.parseArgs(args);
        assertEquals(List.of(), parsed.errors());
        return HitOptions.of(parsed, kind, Path.of(""));
    }

    private static String hit(HitKind kind, String... args) {
        HitOptions options = parse(kind, args);
        options.check(NOW);
        return options.hit(1).parameters().toString();
    }

    private static String refused(HitKind kind, String... args) {
        HitOptions options = parse(kind, args);
        return "" + assertThrows(UsageException.class, () -> options.check(NOW)).getMessage();
    }

    @Test
    void event_is_made_of_its_options() {
        assertEquals(
                "{e_c=Video, e_a=play, e_n=Intro, e_v=-2.5, uid=ann, ca=1, idsite=1}",
                hit(
                        HitKind.EVENT,
                        "--category",
                        "Video",
                        "--action=play",
                        "--name",
                        "Intro",
                        "--value",
                        "-2.5",
                        "--uid",
                        "ann"));
    }

    @Test
    void negative_numbers_need_no_quoting() {
        assertEquals("{idgoal=1, revenue=-5, idsite=1}", hit(HitKind.GOAL, "--goal-id", "1", "--revenue", "-5"));
        assertEquals("{lat=-33.9, long=-70, ping=1, idsite=1}", hit(HitKind.PING, "--lat", "-33.9", "--long", "-70"));
    }

    @Test
    void repeated_options_add_up() {
        assertEquals(
                "{url=https://a.b/, dimension1=x=y, dimension999=z, cvar={\"1\":[\"plan\",\"gold\"],\"2\":[\"n\",\"a=b\"]},"
                        + " _cvar={\"5\":[\"k\",\"\"]}, fa_vid=q, idsite=1}",
                hit(
                        HitKind.PAGEVIEW,
                        "--url",
                        "https://a.b/",
                        "--dimension",
                        "1=x=y",
                        "--dimension",
                        "999=z",
                        "--custom-var",
                        "2=n=a=b",
                        "--custom-var",
                        "1=plan=gold",
                        "--visit-var",
                        "5=k=",
                        "--param",
                        "fa_vid=q"));
    }

    @Test
    void items_come_from_options_and_from_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("items.json"), "[{\"sku\":\"B\",\"price\":2}]");
        assertEquals(
                "{ec_id=O, revenue=9, ec_tx=1, ec_items=[[\"A\",\"\",\"\",1,1],[\"C\",\"\",\"\",0,1],[\"B\",\"\",\"\",2,1]],"
                        + " idgoal=0, idsite=1}",
                hit(
                        HitKind.ORDER,
                        "--order-id",
                        "O",
                        "--revenue",
                        "9",
                        "--tax",
                        "1",
                        "--item",
                        "sku=A,price=1",
                        "--items",
                        file.toString(),
                        "--item",
                        "sku=C"));
    }

    @Test
    void flags_and_timings_are_parameters() {
        assertEquals(
                "{url=https://a.b/, new_visit=1, bots=1, pf_net=1, pf_onl=20, idsite=1}",
                hit(
                        HitKind.PAGEVIEW,
                        "--url",
                        "https://a.b/",
                        "--new-visit",
                        "--bot",
                        "--perf",
                        "network=1,on-load=20"));
    }

    @Test
    void url_is_what_was_clicked_unless_that_is_named_apart() {
        assertEquals(
                "{url=https://a.b/f, download=https://a.b/f, idsite=1}",
                hit(HitKind.DOWNLOAD, "--url", "https://a.b/f"));
        assertEquals(
                "{url=https://a.b/p, link=https://c.d/, idsite=1}",
                hit(HitKind.OUTLINK, "--url", "https://a.b/p", "--link-url", "https://c.d/"));
        assertEquals("--url is missing.", refused(HitKind.DOWNLOAD));
        assertEquals(
                "--url 'f.pdf': an absolute URL, as in https://example.com/page.",
                refused(HitKind.DOWNLOAD, "--url", "f.pdf"));
        assertTrue(refused(HitKind.DOWNLOAD, "--file-url", "f.pdf").startsWith("--file-url 'f.pdf':"));
    }

    @Test
    void every_fault_is_told_by_its_option() {
        assertEquals(
                "--visitor-id 'zz': 16 hexadecimal digits. --ip 'here': an IPv4 or IPv6 address. --action is missing.",
                refused(HitKind.EVENT, "--category", "x", "--visitor-id", "zz", "--ip", "here"));
        assertEquals(
                "--ts '2026-11-24T13:00:00Z': in the future; Matomo would store it at the present time.",
                refused(HitKind.GOAL, "--goal-id", "1", "--ts", "2026-11-24T13:00:00Z"));
        assertEquals("--order-id is missing. --revenue is missing.", refused(HitKind.ORDER));
        assertEquals(
                "--revenue '1,5': a number, with a dot for its decimals, as in 1.5.",
                refused(HitKind.GOAL, "--goal-id", "1", "--revenue", "1,5"));
        assertEquals(
                "--category is empty; leave it out. --action is missing.", refused(HitKind.EVENT, "--category", ""));
        assertTrue(refused(HitKind.GOAL, "--goal-id", "0").startsWith("--goal-id '0': the id of a goal, 1 or more"));
    }

    @Test
    void what_a_message_shows_is_harmless() {
        String message = refused(HitKind.PING, "--visitor-id", "a\n\u001b]0;x\u0007" + "y".repeat(500));
        assertFalse(message.contains("\n") || message.contains("\u001b"), message);
        assertTrue(message.length() < 160, message);
    }

    @Test
    void parameter_that_is_set_already_is_refused() {
        String[] event = {"--category", "a", "--action", "b"};
        assertEquals(
                "--param e_c is set by --category already.", refused(HitKind.EVENT, with(event, "--param", "e_c=z")));
        assertEquals("--param ca is set by opalmind.", refused(HitKind.EVENT, with(event, "--param", "ca=0")));
        assertEquals("--param idsite is --site.", refused(HitKind.EVENT, with(event, "--param", "idsite=2")));
        assertEquals(
                "--param x is given twice.", refused(HitKind.EVENT, with(event, "--param", "x=1", "--param", "x=2")));
        assertEquals(
                "--dimension 1 is given twice.",
                refused(HitKind.EVENT, with(event, "--dimension", "1=a", "--dimension", "1=b")));
        assertEquals("--param 'x': NAME=VALUE.", refused(HitKind.EVENT, with(event, "--param", "x")));
        assertEquals(
                "--param cip 'x': an IPv4 or IPv6 address.", refused(HitKind.EVENT, with(event, "--param", "cip=x")));
    }

    @Test
    void token_is_refused_as_a_parameter_and_not_shown() {
        for (String name : List.of("token_auth", "token_auth[]")) {
            String message = refused(HitKind.PING, "--param", name + "=s3cret");
            assertTrue(message.contains("MATOMO_TOKEN"), message);
            assertFalse(message.contains("s3cret"), message);
        }
    }

    @Test
    void what_cannot_be_read_is_told_with_what_would_do() {
        assertTrue(refused(HitKind.PING, "--dimension", "x=1").startsWith("--dimension 'x=1': N=VALUE"));
        assertTrue(refused(HitKind.PING, "--dimension", "1000=1").startsWith("--dimension '1000=1': N=VALUE"));
        assertTrue(refused(HitKind.PING, "--custom-var", "plan=gold").contains("INDEX=NAME=VALUE"));
        assertTrue(refused(HitKind.PAGEVIEW, "--url", "https://a.b/", "--perf", "speed=3")
                .contains("PART=MS"));
        assertTrue(refused(HitKind.CART, "--revenue", "1", "--item", "name=x")
                .startsWith("--item 'name=x': an item needs"));
        assertTrue(refused(HitKind.CART, "--revenue", "1", "--items", folder + "/none")
                .contains("no readable file"));
        assertTrue(refused(HitKind.PING, "--idempotency-key", " ").startsWith("--idempotency-key ' ': 1 to 1024"));
    }

    @Test
    void site_and_key_are_handed_on_as_typed() {
        HitOptions options = parse(HitKind.PING, "--site", "Shop", "--idempotency-key", "k");
        assertEquals("Shop", options.site());
        assertEquals("k", options.idempotencyKey());
        assertEquals("7", options.hit(7).get("idsite"));
        assertNull(parse(HitKind.PING).site());
        assertNull(parse(HitKind.PING).idempotencyKey());
    }

    @ParameterizedTest
    @EnumSource(HitKind.class)
    void examples_work(HitKind kind) throws IOException {
        List<Example> examples = HitExamples.of(kind);
        assertFalse(examples.isEmpty());
        for (Example example : examples) {
            List<String> words = ShellWords.words(example.command().replace("items.json", items()));
            assertEquals(List.of("opalmind", "track", kind.label()), words.subList(0, 3));
            parse(kind, words.subList(3, words.size()).toArray(String[]::new))
                    .check(Instant.parse("2026-12-01T00:00:00Z"));
        }
    }

    private String items() throws IOException {
        return Files.writeString(folder.resolve("items.json"), "[{\"sku\":\"A\"}]")
                .toString();
    }

    @ParameterizedTest
    @EnumSource(HitKind.class)
    void help_fits_a_terminal(HitKind kind) {
        CommandSpec spec = Declared.command(kind.label());
        HitOptions.declare(spec, kind);
        GlobalOptions.declare(spec);
        new CommandLine(spec, Declared.NO_FACTORY);
        String help = HelpText.of(spec);
        help.lines().forEach(line -> assertTrue(line.length() <= WIDTH, line));
    }

    private static String[] with(String[] args, String... more) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
