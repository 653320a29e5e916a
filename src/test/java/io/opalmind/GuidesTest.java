package io.opalmind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.testing.matomo.RecordedReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leads a newcomer through the house: each file, class and test it names is there. */
class GuidesTest {
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]+`", Pattern.DOTALL);

    /** {@code Reports.of}, {@code HitQueue}: a class of ours, a member of it behind a dot. */
    private static final Pattern TYPE = Pattern.compile("([A-Z][a-z]+[A-Za-z]*)(\\.[A-Za-z]+)?(\\(.*)?");

    private static final Pattern TESTS = Pattern.compile("-Dtest='([^']+)'");

    /** Where a path may begin. */
    private static final List<Path> ROOTS =
            List.of(Path.of(""), Path.of("src/test/resources"), Path.of("src/test/resources/golden/cli"));

    /** Names of others: a plugin, a shell's word. */
    private static final List<String> FOREIGN = List.of("String.format", "System.exit");

    @ParameterizedTest
    @CsvSource({"CONTRIBUTING.md, 120", "docs/architecture.md, 130"})
    void guide_names_only_what_is_there(Path guide, int mostLines) throws IOException {
        List<String> missing = new ArrayList<>();
        List<String> found = new ArrayList<>();
        Map<String, Path> types = types();
        for (String code : code(guide)) {
            for (String word : words(code)) {
                Boolean there = isThere(word, types);
                if (there != null) {
                    (there ? found : missing).add(word);
                }
            }
        }
        assertEquals(List.of(), missing, guide + " names what is not there");
        assertTrue(found.size() > 40, () -> "what was looked for: " + found);
        assertTrue(
                Files.readAllLines(guide).size() <= mostLines, guide + " is to have " + mostLines + " lines at most");
    }

    @Test
    void every_room_is_on_the_map() throws IOException {
        String map = Files.readString(Path.of("docs/architecture.md"));
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path room : files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList()) {
                String name = sources.relativize(room).toString().replace('/', '.');
                String last = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
                assertTrue(
                        map.contains("`" + name + "`") || map.contains("`" + last + "`"), name + " is not on the map");
            }
        }
    }

    /** Code in backticks and in blocks. */
    private static List<String> code(Path guide) throws IOException {
        return CODE.matcher(Files.readString(guide))
                .results()
                .map(MatchResult::group)
                .map(code -> code.replace("`", ""))
                .toList();
    }

    /** What may be a name; of tests to run, each of them. */
    private static List<String> words(String code) {
        List<String> words = new ArrayList<>();
        TESTS.matcher(code)
                .results()
                .forEach(tests -> words.addAll(List.of(tests.group(1).split(","))));
        for (String word : code.strip().split("\\s+")) {
            if (!word.startsWith("-")) {
                words.add(word.endsWith(";") ? word.substring(0, word.length() - 1) : word);
            }
        }
        return words;
    }

    /** Null where it is no name of a file or class of ours. */
    private static @Nullable Boolean isThere(String word, Map<String, Path> types) throws IOException {
        if (word.endsWith("*Test")) {
            String tests = word.substring(word.lastIndexOf('.') + 1).replace("*", ".*");
            return types.keySet().stream().anyMatch(type -> type.matches(tests));
        }
        if (word.contains("/") && !word.matches(".*[:$~*].*")) {
            return ROOTS.stream()
                    .anyMatch(root -> Files.exists(root.resolve(word.replace("report-NAME", "report-events"))));
        }
        if (word.matches("[a-zA-Z.0-9-]+\\.(txt|json|md)")) {
            return isFile(word);
        }
        if (word.startsWith("io.opalmind")) {
            return Files.isDirectory(Path.of("src/main/java", word.split("\\.")));
        }
        MatchResult type = TYPE.matcher(word).results().findFirst().orElse(null);
        if (type == null || type.start() != 0 || type.end() != word.length() || FOREIGN.contains(word)) {
            return null;
        }
        return isType(type.group(1), type.group(2), types);
    }

    private static boolean isType(String name, @Nullable String member, Map<String, Path> types) throws IOException {
        if (member != null && !RecordedReport.of(name + member, Map.of()).isEmpty()) {
            return true; // A method of Matomo; a class of ours may have the first half of its name.
        }
        Path file = types.get(name);
        return file != null && (member == null || Files.readString(file).contains(member.substring(1)));
    }

    private static boolean isFile(String name) throws IOException {
        try (Stream<Path> files = Files.find(Path.of(""), 8, (path, attributes) -> path.endsWith(name))) {
            return files.anyMatch(path -> !path.startsWith("target"));
        }
    }

    private static Map<String, Path> types() throws IOException {
        Map<String, Path> types = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                types.put(file.getFileName().toString().replace(".java", ""), file);
            }
        }
        return types;
    }
}
