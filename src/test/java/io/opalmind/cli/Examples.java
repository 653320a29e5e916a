package io.opalmind.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The examples that the project shows: command lines of {@code opalmind} in its documents, in fences and between
 * backticks, and in its help. What stands for something else, such as {@code FILE} or {@code …}, makes no example.
 */
final class Examples {
    private static final Pattern SPAN = Pattern.compile("`((?:[A-Z_]+=\\S+ )*opalmind [^`]+)`");
    private static final Pattern LINE =
            Pattern.compile("(?:^|[\\s;&(])((?:[A-Z_]+=\\S+ )*)(?:bin/)?opalmind (?=\\S)(.*)");
    private static final Pattern SHOWN =
            Pattern.compile("(?s)```sh\n([^`]*?)(opalmind query [^`\n]*)\n```\n\n```\n(.*?)```");
    private static final Pattern PLACEHOLDER = Pattern.compile("…|\\.\\.\\.|\\b[A-Z]{2,}\\b(?!=)|<[a-z]|\\$|\\w\\|\\w");

    private Examples() {}

    /** README and all documents. */
    static List<Path> documents() {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            List<Path> documents = new ArrayList<>(List.of(Path.of("README.md")));
            files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().contains("/adr/"))
                    .sorted()
                    .forEach(documents::add);
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A query, and what a document says that it prints. */
    record Shown(String query, List<String> lines) {}

    /** The queries of a document with a fence behind them that shows what they print. */
    static List<Shown> shown(Path document) {
        try {
            return SHOWN.matcher(Files.readString(document))
                    .results()
                    .map(fence ->
                            new Shown(fence.group(2), fence.group(3).lines().toList()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command lines of a document, each once, in order. */
    static List<String> of(Path document) {
        try {
            return in(Files.readString(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> in(String text) {
        Set<String> examples = new LinkedHashSet<>();
        boolean fenced = false;
        boolean script = false; // Runs where its document says; SandboxCommandTest runs the one there is.
        for (String line : text.replaceAll("\\\\\n *", "").split("\n")) {
            if (line.startsWith("```")) {
                fenced = !fenced;
                script = false;
            } else if (fenced) {
                script |= line.startsWith("#!");
                fromFence(script ? "" : line, examples);
            } else {
                SPAN.matcher(line).results().forEach(span -> add(span.group(1), examples));
            }
        }
        return List.copyOf(examples);
    }

    private static void fromFence(String line, Set<String> examples) {
        Matcher example = LINE.matcher(line);
        if (!line.startsWith("#") && !line.startsWith("ACL ") && example.find()) {
            add(example.group(1) + "opalmind " + example.group(2), examples);
        }
    }

    /** The command lines that the help of a command shows. */
    static List<String> ofHelp(CommandLine command) {
        Set<String> examples = new LinkedHashSet<>();
        String help = HelpText.of(command.getCommandSpec());
        for (String line : help.replaceAll("\\\\\n +", "").split("\n")) {
            if (line.startsWith("  opalmind ")) {
                add(line.strip(), examples);
            }
        }
        return List.copyOf(examples);
    }

    private static void add(String line, Set<String> examples) {
        String command = ShellWords.firstCommand(line);
        boolean named = command.endsWith(" " + TrackCommands.NAME) || command.endsWith(" " + InspectCommands.NAME);
        if (!named && !PLACEHOLDER.matcher(command).find()) {
            examples.add(command);
        }
    }
}
