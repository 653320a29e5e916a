package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.config.Variable;
import io.opalmind.render.Format;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code opalmind help TOPIC} says, held to the code. */
class TopicTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/opalmind/cli");
    private static final int WIDTH = 80;
    private static final Pattern COMMAND = Pattern.compile("(?m)^  (opalmind (?:.*\\\\\n)*.*)$");

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(Topic.class)
    void topic_is_printed_and_fits_a_terminal(Topic topic) {
        Outcome help = RunCli.without(home).run("help", topic.label()).exits(0).saysNothing();
        help.prints(topic.text());
        topic.text().lines().forEach(line -> {
            assertTrue(line.length() <= WIDTH, "too long: " + line);
            assertEquals(line.stripTrailing(), line);
            assertFalse(line.contains("\t"), line);
        });
        assertTrue(topic.text().endsWith("\n") && !topic.text().endsWith("\n\n"));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void commands_in_it_are_understood(Topic topic) {
        RunCli shell = RunCli.without(home)
                .env("MATOMO_BASE_URL", "https://matomo.invalid/")
                .env("MATOMO_TOKEN", "0123456789abcdef0123456789abcdef")
                .env("MATOMO_DEFAULT_SITE_ID", "1");
        Matcher command = COMMAND.matcher(topic.text());
        while (command.find()) {
            List<String> words = ShellWords.words(command.group(1));
            words.add("--explain");
            shell.run(words.subList(1, words.size()).toArray(String[]::new)).exits(0);
        }
    }

    @Test
    void exit_codes_are_those_that_there_are() throws IllegalAccessException {
        Set<Integer> all = new TreeSet<>(Set.of(130, 143));
        for (Field field : ExitCode.class.getFields()) {
            all.add(field.getInt(null));
        }
        Set<Integer> told = new TreeSet<>();
        List<String> ofMonitors = new ArrayList<>();
        boolean monitors = false;
        for (String line : (Iterable<String>) Topic.EXIT_CODES.text().lines()::iterator) {
            monitors |= line.equals("MONITORS");
            if (line.matches("  \\d+ .*")) {
                String code = line.strip().split(" ")[0];
                if (monitors) {
                    ofMonitors.add(code);
                } else {
                    told.add(Integer.valueOf(code));
                }
            }
        }
        assertEquals(all, told);
        assertEquals(List.of("0", "1", "2", Integer.toString(HealthCommand.UNKNOWN)), ofMonitors);
    }

    @Test
    void variables_are_those_that_are_read() throws IOException {
        Path file = FOLDER.resolve("environment.txt");
        String text = Files.readString(file);
        int start = text.indexOf("\nVARIABLES\n") + "\nVARIABLES\n".length();
        String made = text.substring(0, start) + variables() + text.substring(text.indexOf("\nELSEWHERE\n"));
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(file, made);
            return;
        }
        assertEquals(made, Topic.ENVIRONMENT.text());
    }

    private static String variables() {
        StringBuilder text = new StringBuilder();
        for (Variable variable : Variable.values()) {
            String otherwise = variable.defaultText().replace("`", "");
            text.append("  ").append(variable.name());
            text.append(otherwise.equals("none") ? "\n" : " (" + otherwise + ")\n");
            StringBuilder line = new StringBuilder("     ");
            for (String word : variable.meaning().replace("`", "").split(" ")) {
                if (line.length() + 1 + word.length() > WIDTH) {
                    text.append(line).append('\n');
                    line = new StringBuilder("     ");
                }
                line.append(' ').append(word);
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }

    @Test
    void variables_of_the_start_script_are_named() throws IOException {
        Matcher read = Pattern.compile("\\$\\{([A-Z_]{4,})").matcher(Files.readString(Path.of("bin/opalmind")));
        Set<String> names = new TreeSet<>();
        while (read.find()) {
            names.add(read.group(1));
        }
        names.remove("HOME");
        assertTrue(names.size() > 3, names.toString());
        for (String name : names) {
            assertTrue(Topic.ENVIRONMENT.text().contains("\n  " + name + " "), name);
        }
    }

    @Test
    void formats_are_those_that_there_are() {
        String text = Topic.FORMATS.text();
        for (Format format : Format.values()) {
            assertTrue(text.contains("\n  " + format.word() + " "), format.word());
        }
        for (String form : HealthOptions.FORMATS) {
            assertTrue(text.contains("\n  " + form + " "), form);
        }
    }

    @Test
    void dates_are_those_that_are_taken() {
        List<String> dates = entries("DATES");
        List<String> periods = entries("PERIODS");
        assertEquals(List.of("day", "week", "month", "year", "range"), periods);
        assertEquals(6, dates.size(), dates.toString());
        dates.forEach(date -> Dates.check("day", date));
        Matcher pair = Pattern.compile("--period (\\w+) --date (\\S+)").matcher(Topic.DATES.text());
        int pairs = 0;
        for (; pair.find(); pairs++) {
            Dates.check(pair.group(1), pair.group(2));
        }
        assertEquals(10, pairs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "2026-11-24"})
    void range_needs_two_dates_as_it_is_told(String date) {
        assertThrows(UsageException.class, () -> Dates.check("range", date));
    }

    /** The first words of the indented lines below a heading, save those of lines that go on. */
    private static List<String> entries(String heading) {
        return Stream.of(Topic.DATES
                        .text()
                        .split("\n" + heading + "\n")[1]
                        .split("\n\n")[0]
                        .split("\n"))
                .filter(line -> line.matches("  \\S.*"))
                .map(line -> line.strip().split(" ")[0])
                .toList();
    }
}
