package io.opalmind.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What each format prints of each input: {@code golden/render/FORMAT/INPUT[.w40][.terminal][.colour].out}, of
 * {@code golden/render/input/INPUT.json}. A new pair is a new file, empty at first; {@code -Dgolden.rewrite=true}
 * writes what is printed now into all of them.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/render");
    private static final String SUFFIX = ".out";

    @TestFactory
    List<DynamicTest> each_format_prints_what_its_golden_files_say() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Format format : Format.values()) {
            for (Path golden : files(FOLDER.resolve(format.word()), SUFFIX)) {
                tests.add(dynamicTest(format.word() + "/" + golden.getFileName(), () -> check(format, golden)));
            }
        }
        assertFalse(tests.isEmpty(), "no golden files in " + FOLDER.toAbsolutePath());
        return tests;
    }

    @Test
    void every_input_has_a_golden_file_in_every_format() throws IOException {
        for (Path input : files(FOLDER.resolve("input"), ".json")) {
            String name = input.getFileName().toString().replace(".json", "");
            for (Format format : Format.values()) {
                List<Path> goldens = files(FOLDER.resolve(format.word()), SUFFIX);
                assertTrue(
                        goldens.stream().anyMatch(golden -> name.equals(parts(golden)[0])),
                        "no golden file of " + name + " as " + format.word());
            }
        }
    }

    private static void check(Format format, Path golden) throws IOException {
        String[] parts = parts(golden);
        GoldenInput input = GoldenInput.read(FOLDER.resolve("input").resolve(parts[0] + ".json"));
        byte[] printed = input.print(format, style(parts));
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.write(golden, printed);
        }
        assertEquals(
                new String(Files.readAllBytes(golden), StandardCharsets.UTF_8),
                new String(printed, StandardCharsets.UTF_8));
    }

    private static String[] parts(Path golden) {
        String name = golden.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length()).split("\\.");
    }

    private static Style style(String[] parts) {
        List<String> words = List.of(parts).subList(1, parts.length);
        int width = 0;
        for (String word : words) {
            if (word.startsWith("w")) {
                width = Integer.parseInt(word.substring(1));
            }
        }
        return new Style(words.contains("terminal"), words.contains("colour"), width);
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
