package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where a query takes its configuration from, and where the token must not go. */
@ExtendWith(MatomoExtension.class)
class CredentialsTest {
    private static final String[] VISITS = {
        "query", "key-numbers", "--date", "yesterday", "--columns", "nb_visits", "--site", "1", "--no-cache"
    };

    @TempDir
    Path home;

    @Test
    void dot_env_of_the_working_directory_is_read(FakeMatomo matomo) {
        RunCli.without(home)
                .file(".env", settings(matomo, FakeMatomo.ADMIN_TOKEN))
                .run(VISITS)
                .exits(0)
                .saysNothing();
        assertEquals(FakeMatomo.ADMIN_TOKEN, lastToken(matomo));
    }

    @Test
    void env_file_is_read_in_place_of_dot_env(FakeMatomo matomo) {
        RunCli.without(home)
                .file(".env", settings(matomo, FakeMatomo.BAD_TOKEN))
                .file("other.env", settings(matomo, FakeMatomo.VIEWER_TOKEN))
                .run(with("--env-file", "other.env"))
                .exits(0);
        assertEquals(FakeMatomo.VIEWER_TOKEN, lastToken(matomo));
    }

    @Test
    void environment_wins_over_dot_env_and_token_file_over_both(FakeMatomo matomo) throws IOException {
        RunCli shell = RunCli.with(matomo, home)
                .file(".env", settings(matomo, FakeMatomo.BAD_TOKEN))
                .file("token", FakeMatomo.VIEWER_TOKEN + "\n");
        Files.setPosixFilePermissions(shell.path("token"), PosixFilePermissions.fromString("rw-------"));
        shell.run(VISITS).exits(0);
        assertEquals(FakeMatomo.ADMIN_TOKEN, lastToken(matomo));
        shell.run(with("--token-file", "token")).exits(0).saysNothing();
        assertEquals(FakeMatomo.VIEWER_TOKEN, lastToken(matomo));
    }

    @Test
    void token_comes_from_standard_input(FakeMatomo matomo) {
        RunCli.with(matomo, home)
                .unset("MATOMO_TOKEN")
                .stdin(FakeMatomo.VIEWER_TOKEN + "\nmore for someone else")
                .run(with("--token-file", "-"))
                .exits(0)
                .saysNothing();
        assertEquals(FakeMatomo.VIEWER_TOKEN, lastToken(matomo));
    }

    @Test
    void empty_standard_input_is_3(FakeMatomo matomo) {
        RunCli.with(matomo, home)
                .run(with("--token-file", "-"))
                .exits(3)
                .printsNothing()
                .saysOneLineWith("--token-file");
        assertEquals(0, matomo.requests().size());
    }

    @Test
    void profile_is_read_by_option_and_by_variable(FakeMatomo matomo) {
        RunCli shell = RunCli.without(home)
                .env("XDG_CONFIG_HOME", home.resolve("work").toString())
                .file("opalmind/shop.env", settings(matomo, FakeMatomo.VIEWER_TOKEN));
        shell.run(with("--profile", "shop")).exits(0);
        shell.env("OPALMIND_PROFILE", "shop").run(VISITS).exits(0);
        assertEquals(2 + 2, matomo.requests().size());
        shell.run(with("--profile", "shpo")).exits(3).saysLineWith("profiles there are: shop");
    }

    @Test
    void token_file_that_others_may_read_is_warned_of(FakeMatomo matomo) throws IOException {
        RunCli shell = RunCli.with(matomo, home).file("token", FakeMatomo.VIEWER_TOKEN);
        Files.setPosixFilePermissions(shell.path("token"), PosixFilePermissions.fromString("rw-r--r--"));
        shell.run(with("--token-file", "token")).exits(0).saysOneLineWith("warning: ", "chmod 600");
    }

    @Test
    void token_is_sent_in_the_body_alone(FakeMatomo matomo) {
        RunCli.with(matomo, home).run(VISITS).exits(0);
        matomo.requests().forEach(request -> {
            assertFalse(request.hasTokenInUrl(), request.rawQuery());
            assertFalse(request.headers().toString().contains(FakeMatomo.ADMIN_TOKEN));
        });
    }

    @Test
    void token_is_in_no_file_and_no_file_name(FakeMatomo matomo) throws IOException {
        RunCli shell = RunCli.with(matomo, home);
        shell.run("query", "goal-conversions", "--date", "yesterday", "-o", "out")
                .exits(0);
        shell.run("query", "popular-urls", "--site", "2", "--date", "2020-01-01")
                .exits(5);
        shell.env("MATOMO_TOKEN", FakeMatomo.BAD_TOKEN).run(VISITS).exits(4);
        List<Path> files = files(home);
        assertFalse(files.isEmpty(), "nothing was kept at all");
        for (Path file : files) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (String token : List.of(FakeMatomo.ADMIN_TOKEN, FakeMatomo.BAD_TOKEN)) {
                assertFalse(file.toString().contains(token) || content.contains(token), file.toString());
            }
        }
    }

    @Test
    void what_is_kept_is_for_its_owner_alone(FakeMatomo matomo) throws IOException {
        RunCli shell = RunCli.with(matomo, home);
        shell.run("query", "goal-conversions", "--date", "yesterday").exits(0);
        try (Stream<Path> all = Files.walk(shell.state())) {
            for (Path path : all.toList()) {
                String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                assertEquals(Files.isDirectory(path) ? "rwx------" : "rw-------", rights, path.toString());
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String settings(FakeMatomo matomo, String token) {
        return "MATOMO_BASE_URL=" + matomo.url() + "\nMATOMO_TOKEN=" + token + "\n";
    }

    private static String lastToken(FakeMatomo matomo) {
        var requests = matomo.requests();
        return requests.get(requests.size() - 1).param("token_auth");
    }

    private static String[] with(String option, String value) {
        return Stream.concat(Stream.of(VISITS), Stream.of(option, value)).toArray(String[]::new);
    }
}
