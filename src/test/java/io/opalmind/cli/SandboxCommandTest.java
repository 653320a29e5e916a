package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.sandbox.SampleSites;
import io.opalmind.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code opalmind sandbox}: serving until stopped, or as long as a command runs. */
class SandboxCommandTest {
    @TempDir
    Path home;

    private RunCli shell;

    @BeforeEach
    void make() {
        shell = RunCli.without(home);
    }

    @Test
    void serves_what_the_two_variables_name_until_it_is_stopped() throws Exception {
        try (RealProcess process = RealProcess.start(home, Map.of(), "sandbox", "--empty")) {
            String url = value("MATOMO_BASE_URL", process.readLine());
            RunCli user = shell.env("MATOMO_BASE_URL", url)
                    .env("MATOMO_TOKEN", value("MATOMO_TOKEN", process.readLine()))
                    .env("MATOMO_DEFAULT_SITE_ID", "1");
            user.run("track", "pageview", "--url", "https://example.com/a").exits(0);
            assertEquals(
                    1,
                    user.run("query", "key-numbers")
                            .exits(0)
                            .json()
                            .path("nb_visits")
                            .asInt());
            process.signal("TERM");
            process.exits(143);
            assertTrue(process.stderr().startsWith("opalmind: Sandbox: no hits yet.\n"), process.stderr());
        }
    }

    private static String value(String name, String line) {
        assertTrue(line.startsWith("export " + name + "="), line);
        return line.substring(line.indexOf('=') + 1);
    }

    @Test
    void example_of_a_test_in_ones_own_ci_works_as_documented() throws Exception {
        List<String> fences = fences(Path.of("docs/sandbox.md"));
        String commands = fences.stream()
                .filter(fence -> fence.contains("--record"))
                .findFirst()
                .orElseThrow();
        String script = fences.stream()
                .filter(fence -> fence.startsWith("#!/bin/sh"))
                .findFirst()
                .orElseThrow();
        executable("checkout-test.sh", script);
        executable("ci.sh", "#!/bin/sh\nset -e\n" + commands);
        ShellPath.opalmind(shell.path("bin"), "");
        ProcessBuilder builder =
                new ProcessBuilder("./ci.sh").directory(shell.path("").toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", ShellPath.behind(shell.path("bin")));
        Process ci = builder.start();
        ci.getOutputStream().close();
        String printed = new String(ci.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, ci.waitFor(), printed);
        assertTrue(printed.contains("\"label\":\"Checkout\",\"type\":\"manual\",\"nb_conversions\":1"), printed);
    }

    private void executable(String name, String text) throws IOException {
        shell.file(name, text);
        Files.setPosixFilePermissions(shell.path(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<String> fences(Path document) throws IOException {
        return Pattern.compile("(?s)```sh\n(.*?)```")
                .matcher(Files.readString(document))
                .results()
                .map((MatchResult fence) -> fence.group(1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "7, sh -c 'exit 7'", "127, no-such-command-here"})
    void ends_with_its_command_and_its_code(int code, String command) throws Exception {
        String[] words = ("sandbox -q --empty -- " + command).split(" (?![^']*'$)");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace("'", "");
        }
        try (RealProcess process = RealProcess.start(home, Map.of("PATH", "/usr/bin:/bin"), words)) {
            process.exits(code);
        }
    }

    @Test
    void command_finds_the_sandbox_and_no_redis() throws Exception {
        shell.file(
                "tell.sh", "echo \"$MATOMO_BASE_URL $MATOMO_DEFAULT_SITE_ID ${REDIS_HOST-none} ${#MATOMO_TOKEN}\"\n");
        Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin", "REDIS_HOST", "redis.example");
        try (RealProcess process =
                RealProcess.start(home, environment, "sandbox", "--site", "id=4,name=Hats", "--", "sh", "tell.sh")) {
            String told = process.readLine();
            assertTrue(told.matches("http://127\\.0\\.0\\.1:\\d+/ 4 none 32"), told);
            process.exits(0);
        }
    }

    @Test
    void command_finds_neither_the_env_file_nor_a_proxy() throws Exception {
        shell.file(".env", "REDIS_HOST=redis.example\nMATOMO_TOKEN_FILE=no\n");
        shell.file("tell.sh", "echo \"$OPALMIND_ENV_FILE ${MATOMO_TOKEN_FILE-none} $NO_PROXY $no_proxy\"\n");
        Map<String, String> environment =
                Map.of("PATH", "/usr/bin:/bin", "MATOMO_TOKEN_FILE", "no", "NO_PROXY", "a.example");
        try (RealProcess process = RealProcess.start(home, environment, "sandbox", "--empty", "--", "sh", "tell.sh")) {
            assertEquals("/dev/null none a.example,127.0.0.1 127.0.0.1", process.readLine());
            process.exits(0);
        }
    }

    @Test
    void other_commands_load_nothing_of_it() throws Exception {
        Path log = home.resolve("classes.log");
        try (Sandbox matomo = Sandbox.start(0, SampleSites.all(), Sandbox.randomToken(), 10, Clock.systemUTC())) {
            Map<String, String> environment = Map.of(
                    "MATOMO_BASE_URL",
                    matomo.url(),
                    "MATOMO_TOKEN",
                    matomo.token(),
                    "MATOMO_DEFAULT_SITE_ID",
                    "1",
                    "JAVA_TOOL_OPTIONS",
                    "-Xlog:class+load:file=" + log);
            try (RealProcess process = RealProcess.start(home, environment, "query", "key-numbers")) {
                process.exits(0);
            }
        }
        String loaded = Files.readString(log);
        assertTrue(loaded.contains("io.opalmind.cli.QueryCommand "), loaded);
        for (String none : List.of("io.opalmind.sandbox.", "io.opalmind.cli.Sandbox", "com.sun.net.httpserver.")) {
            assertFalse(loaded.contains(none), none);
        }
    }

    @Test
    void record_begins_with_the_sites_and_is_not_overwritten() throws Exception {
        Map<String, String> path = Map.of("PATH", "/usr/bin:/bin");
        try (RealProcess first =
                RealProcess.start(home, path, "sandbox", "--empty", "--record", "new.ndjson", "--", "true")) {
            first.exits(0);
        }
        assertTrue(
                Files.readString(shell.path("new.ndjson")).startsWith("{\"site\":{\"id\":1,\"name\":\"Example Shop\""));
        Outcome again = shell.run("sandbox", "--empty", "--record", "new.ndjson", "--", "true")
                .exits(2);
        assertTrue(again.stderr().contains("Add --hits new.ndjson to begin with its hits"), again.stderr());
    }

    @Test
    void what_its_command_runs_is_stopped_with_it() throws Exception {
        shell.file("test.sh", "sleep 300 &\necho $! $OPALMIND_STATE_DIR\nmkdir -p $OPALMIND_STATE_DIR\nwait\ntrue\n");
        try (RealProcess process =
                RealProcess.start(home, Map.of("PATH", "/usr/bin:/bin"), "sandbox", "--empty", "--", "sh", "test.sh")) {
            String[] told = process.readLine().split(" ");
            ProcessHandle grandchild = ProcessHandle.of(Long.parseLong(told[0])).orElseThrow();
            process.signal("TERM");
            process.exits(143);
            grandchild.onExit().get(10, TimeUnit.SECONDS);
            assertFalse(Files.exists(Path.of(told[1]).getParent()), told[1]);
        }
    }

    @Test
    void command_that_cannot_be_run_is_told_once() throws Exception {
        Outcome refused =
                shell.run("sandbox", "-q", "--empty", "--", "./no-such-test.sh").exits(127);
        assertEquals(
                "opalmind: Cannot run program \"./no-such-test.sh\": No such file or directory."
                        + " Name a program behind --, and its arguments.\n",
                refused.stderr());
    }

    @Test
    void sites_and_goals_of_options_are_added_to_those_of_a_file() {
        shell.file(
                "shop.ndjson",
                "{\"site\":{\"id\":3,\"name\":\"Shop\"}}\n{\"idsite\":3,\"url\":\"https://a.example/thanks\"}");
        String goal = "site=3,id=2,name=Paid,contains=/thanks,revenue=5";
        shell.run(
                        "sandbox",
                        "--hits",
                        "shop.ndjson",
                        "--record",
                        "shop.ndjson",
                        "--site",
                        "id=4,name=Hats",
                        "--goal",
                        goal,
                        "--",
                        "true")
                .exits(0);
        Outcome goals = shell.run("--sandbox=shop.ndjson", "query", "goal-conversions", "--site", "shop")
                .exits(0);
        assertEquals(5, goals.json().get(0).path("revenue").path("value").asInt(), goals.stdout());
        shell.run("--sandbox=shop.ndjson", "query", "key-numbers", "--site", "hats")
                .exits(0);
    }

    @Test
    void packed_file_is_not_gone_on_with() throws IOException {
        shell.file("hits.gz", "");
        Path file = shell.path("hits.gz");
        try (var zip = new GZIPOutputStream(Files.newOutputStream(file))) {
            zip.write("{\"idsite\":1}\n".getBytes(StandardCharsets.UTF_8));
        }
        long size = Files.size(file);
        Outcome refused = shell.run("sandbox", "--hits", "hits.gz", "--record", "hits.gz", "--", "true")
                .exits(2);
        assertTrue(refused.stderr().contains("unpack it before (gzip -d)"), refused.stderr());
        assertEquals(size, Files.size(file));
    }

    @Test
    void port_in_use_is_exit_2() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Outcome refused = shell.run("sandbox", "--empty", "--port", port).exits(2);
            assertTrue(refused.stderr().contains("another process listens there"), refused.stderr());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port 70000|at most 65535",
                "--site name=Shop|id=: a whole number from 1 up is needed",
                "--site id=1,zone=UTC|Names: id, name, url, timezone, currency, ecommerce",
                "--site id=1,timezone=Mars|no time zone such as Europe/Berlin",
                "--site id=1,currency=Euro|three capital letters",
                "--goal site=9,id=1|add it with --site",
                "--goal id=2|has such a goal already",
                "--goal id=3,revenue=x|a number, such as 5 or 2.50",
                "--hits no.ndjson|There is no file no.ndjson",
                "--hits a --empty|Leave one out",
            })
    void option_that_makes_no_sense_is_exit_2(String options, String said) {
        Outcome refused = shell.run(("sandbox " + options).split(" ")).exits(2);
        assertTrue(refused.stderr().contains(said), refused.stderr());
    }
}
