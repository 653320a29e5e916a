package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line of an env file means. The password stands for any variable: it may hold every printable character. */
class EnvFileTest {
    @TempDir
    Path directory;

    private Config load(String text) {
        return Setup.complete(directory)
                .env("REDIS_HOST", "redis.example")
                .file(".env", text)
                .load();
    }

    private String password(String text) {
        Secret password = load(text).redis().password();
        return password == null ? null : password.reveal();
    }

    private String fault(String text) {
        return Setup.complete(directory).file(".env", text).fault();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    REDIS_PASSWORD=secret                   | secret
                    export REDIS_PASSWORD=secret            | secret
                    `export \t REDIS_PASSWORD=secret`       | secret
                    `  REDIS_PASSWORD  =  secret  `         | secret
                    REDIS_PASSWORD="secret"                 | secret
                    REDIS_PASSWORD='secret'                 | secret
                    REDIS_PASSWORD="  two words "           | `  two words `
                    REDIS_PASSWORD='  two words '           | `  two words `
                    REDIS_PASSWORD=two words                | two words
                    REDIS_PASSWORD=secret # comment         | secret
                    REDIS_PASSWORD="secret" # "comment"     | secret
                    REDIS_PASSWORD='secret'# it's a comment | secret
                    REDIS_PASSWORD=sec#ret                  | sec#ret
                    REDIS_PASSWORD=#secret                  | #secret
                    REDIS_PASSWORD="sec # ret"              | sec # ret
                    REDIS_PASSWORD='sec # ret'              | sec # ret
                    REDIS_PASSWORD=a=b==                    | a=b==
                    REDIS_PASSWORD="a=b"                    | a=b
                    REDIS_PASSWORD="it's"                   | it's
                    REDIS_PASSWORD='say "hi"'               | say "hi"
                    REDIS_PASSWORD="say \\"hi\\" # now"     | say "hi" # now
                    REDIS_PASSWORD="a\\\\b"                 | a\\b
                    REDIS_PASSWORD='a\\\\b'                 | a\\\\b
                    REDIS_PASSWORD=a\\nb                    | a\\nb
                    REDIS_PASSWORD=it's                     | it's
                    REDIS_PASSWORD=a"b'c#d                  | a"b'c#d
                    REDIS_PASSWORD={"a":"b"}                | {"a":"b"}
                    REDIS_PASSWORD=$HOME and ${HOME}        | $HOME and ${HOME}
                    REDIS_PASSWORD="\\$HOME"                | $HOME
                    REDIS_PASSWORD=pässwörd😀               | pässwörd😀
                    """, delimiter = '|')
    void line_is_read_as_users_of_env_files_expect(String line, String value) {
        assertEquals(value, password(line + "\n"));
    }

    @ParameterizedTest
    @CsvSource({"REDIS_PASSWORD=", "REDIS_PASSWORD=\"\"", "REDIS_PASSWORD=''", "REDIS_PASSWORD= # none yet"})
    void empty_value_is_not_set(String line) {
        assertNull(password(line));
    }

    @Test
    void comments_and_empty_lines_are_passed_over() {
        assertEquals("secret", password("# first\n\n   \n  # 'indented\n#REDIS_PASSWORD=old\nREDIS_PASSWORD=secret\n"));
    }

    @Test
    void windows_line_ends_are_no_part_of_the_values() {
        String text = "REDIS_PASSWORD=secret\r\nREDIS_USERNAME=\"me\"\r\n\r\nREDIS_DB=3\r\n";
        RedisConfig redis = load(text).redis();

        assertEquals(new Secret("secret"), redis.password());
        assertEquals("me", redis.username());
        assertEquals(3, redis.database());
    }

    @Test
    void byte_order_mark_is_no_part_of_the_first_name() {
        assertEquals("secret", password("\uFEFFREDIS_PASSWORD=secret\n"));
    }

    @Test
    void last_line_needs_no_end() {
        assertEquals("secret", password("# only line\nREDIS_PASSWORD=secret"));
    }

    @Test
    void last_of_two_lines_of_one_name_wins() {
        assertEquals("new", password("REDIS_PASSWORD=old\nREDIS_PASSWORD=new\n"));
    }

    @Test
    void foreign_variables_and_values_over_several_lines_are_passed_over() {
        String text = "APP_KEY=\"-----BEGIN KEY-----\nMIIB=\n# no comment\n-----END KEY-----\" # key\n"
                + "my.app-name='two\nlines'\nREDIS_PASSWORD=secret\nREDIS_PORT=abc\n";

        assertTrue(fault(text).startsWith("REDIS_PORT=abc (.env:8): "), fault(text));
    }

    @Test
    void line_end_in_a_quoted_secret_is_refused() {
        String text = "REDIS_PASSWORD=\"sec\\nret\"\n";

        assertTrue(fault(text).startsWith("REDIS_PASSWORD (.env:1): has a control character"), fault(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    hunter2                         | .env:2: not a setting; a line is NAME=VALUE or a # comment
                    REDIS_PASSWORD: hunter2         | .env:2: not a setting; a line is NAME=VALUE or a # comment
                    REDIS PASSWORD=hunter2          | .env:2: not a setting; a line is NAME=VALUE or a # comment
                    =hunter2                        | .env:2: not a setting; a line is NAME=VALUE or a # comment
                    export hunter2                  | .env:2: not a setting; a line is NAME=VALUE or a # comment
                    'REDIS_PASSWORD'=hunter2        | .env:2: not a setting; a line is NAME=VALUE or a # comment
                    REDIS_PASSWORD="hunter2         | .env:2: the quote is not closed; a value in quotes ends on its quote or on a # comment
                    REDIS_PASSWORD='hunter2         | .env:2: the quote is not closed; a value in quotes ends on its quote or on a # comment
                    REDIS_PASSWORD="a" hunter2      | .env:2: something follows the closing quote; a value in quotes ends on its quote or on a # comment
                    """)
    void malformed_line_is_named_by_its_number_and_not_shown(String line, String message) {
        assertEquals(message, fault("# first\n" + line + "\n# last\n"));
    }

    @Test
    void what_follows_a_malformed_line_is_read_all_the_same() {
        List<String> faults = Setup.complete(directory)
                .file(".env", "oops\nREDIS_USERNAME=\"me\nREDIS_PORT=abc\n")
                .faults();

        assertEquals(3, faults.size(), faults::toString);
        assertTrue(faults.get(0).startsWith(".env:1: not a setting"), faults::toString);
        assertTrue(faults.get(1).startsWith(".env:2: the quote is not closed"), faults::toString);
        assertTrue(faults.get(2).startsWith("REDIS_PORT=abc (.env:3): "), faults::toString);
    }

    @Test
    void bytes_that_are_no_utf8_are_named_by_their_line() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("REDIS_HOST=r\nREDIS_PASSWORD=p".getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE4);
        bytes.writeBytes("ssword\n".getBytes(StandardCharsets.UTF_8));
        Setup setup = Setup.complete(directory).file(".env", bytes.toByteArray());

        assertEquals(".env:2: not UTF-8 text; save the file as UTF-8", setup.fault());
    }

    @Test
    void file_of_windows_powershell_in_utf16_is_refused() {
        Setup setup = Setup.complete(directory).file(".env", "\uFEFFA=b\n".getBytes(StandardCharsets.UTF_16LE));

        assertEquals(".env:1: not UTF-8 text; save the file as UTF-8", setup.fault());
    }

    @Test
    void env_directory_of_python_is_passed_over() throws Exception {
        Files.createDirectory(directory.resolve(".env"));

        assertEquals(List.of(), Setup.complete(directory).warnings());
    }

    @Test
    void named_file_is_read_in_place_of_the_one_in_the_working_directory() {
        Setup setup = Setup.complete(directory)
                .file(".env", "REDIS_HOST=from-working-directory\n")
                .file("other.env", "CACHE_TTL_MS=0\n");

        Config config = setup.load(Setup.envFile("other.env"));

        assertNull(config.redis());
        assertTrue(config.cache().ttl().isZero());
    }

    @Test
    void named_file_that_is_missing_is_a_fault_and_no_look_at_the_classpath() {
        String fault = Setup.complete(directory).fault(Setup.envFile("on-classpath.env"));

        assertTrue(EnvFileTest.class.getResource("/on-classpath.env") != null, "the file to be missed");
        assertEquals("on-classpath.env: no such file", fault);
    }

    @Test
    void named_directory_is_a_fault() {
        assertEquals(".: a directory, not a file", Setup.complete(directory).fault(Setup.envFile(".")));
    }

    @Test
    void empty_name_of_a_file_is_a_fault() {
        assertEquals(
                "option --env-file: not the name of a file",
                Setup.complete(directory).fault(Setup.envFile("")));
    }
}
