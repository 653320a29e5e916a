package io.opalmind.cli;

import io.opalmind.matomo.track.DeliveryPolicy.OnUnknown;
import io.opalmind.matomo.track.bulk.ImportSettings;
import io.opalmind.matomo.track.bulk.InputFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** How an import is to go, as typed; null where nothing was. */
record ImportOptions(
        @Nullable String file,
        @Nullable String input,
        @Nullable String site,
        @Nullable String keyField,
        @Nullable Integer parallel,
        @Nullable Integer batch,
        @Nullable Integer rate,
        OnUnknown onUnknown,
        @Nullable String rejects,
        @Nullable String journal,
        boolean restart,
        boolean dryRun,
        boolean progress) {
    private static final List<String> INPUTS = List.of("ndjson", "csv", "query");
    private static final String STDIN = "-";
    private static final int PARALLEL = 2;
    private static final int MOST_PARALLEL = 32;
    private static final int BATCH = 100;
    private static final int MOST_BATCH = 1000;
    private static final int MOST_RATE = 1_000_000;

    static void declare(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("FILE|-")
                .type(String.class)
                .description(
                        "Hits, one a line, packed with gzip or not; - is standard input, of which no journal is kept.")
                .build());
        new Declared(spec)
                .words(
                        INPUTS,
                        "ndjson|csv|query",
                        "How the hits are written. Default: what the first line looks like.",
                        "--input")
                .text("SITE", "The site of hits that name none. Default: MATOMO_DEFAULT_SITE_ID.", "--site")
                .text("FILE", "Add each refused line to FILE, as JSON with its number and the reason.", "--rejects")
                .text("NAME", "The member of each line that holds its idempotency key.", "--key-field")
                .number("N", "Connections, 1 to 32. Default: 2.", "--parallel")
                .number("N", "Hits of one request, 1 to 1000. Default: 100.", "--batch")
                .number("N", "Hits per second at the most.", "--rate")
                .flag("Check every line, also by asking Matomo; send nothing.", "--dry-run")
                .flag("Begin anew, though an earlier import of the file has sent some or all of it.", "--restart")
                .text(
                        "NAME",
                        "Keep one of standard input, under this name. Feed the same input again after a kill.",
                        "--journal")
                .flag("Show how far it has come. A terminal sees that anyway.", "--progress");
        DeliveryOptions.declareOnUnknown(spec);
    }

    static ImportOptions of(ParseResult parsed) {
        return new ImportOptions(
                parsed.matchedPositionalValue(0, (String) null),
                Declared.text(parsed, "--input"),
                Declared.text(parsed, "--site"),
                Declared.text(parsed, "--key-field"),
                Declared.number(parsed, "--parallel"),
                Declared.number(parsed, "--batch"),
                Declared.number(parsed, "--rate"),
                DeliveryOptions.onUnknown(parsed),
                Declared.text(parsed, "--rejects"),
                Declared.text(parsed, "--journal"),
                Declared.has(parsed, "--restart"),
                Declared.has(parsed, "--dry-run"),
                Declared.has(parsed, "--progress"));
    }

    /**
     * What the import is told.
     *
     * @param directory the working directory
     * @param siteId of hits that name no site, or null
     * @param matomo tells one Matomo from another
     * @param settling how long Matomo may go on working at a request whose answer was lost
     */
    ImportSettings settings(
            Path directory, @Nullable String siteId, Path stateDirectory, String matomo, Duration settling) {
        Path input = input(directory);
        return new ImportSettings(
                input,
                format(),
                siteId,
                checkedKeyField(),
                within("--parallel", parallel, PARALLEL, MOST_PARALLEL),
                within("--batch", batch, BATCH, MOST_BATCH),
                within("--rate", rate, 0, MOST_RATE),
                onUnknown,
                rejects == null ? null : path("--rejects", directory, rejects),
                stateDirectory,
                journal(input),
                matomo,
                restart,
                dryRun,
                settling);
    }

    private @Nullable Path input(Path directory) {
        if (file == null) {
            throw new UsageException("Which file? Give FILE, or - for standard input.");
        }
        return file.equals(STDIN) ? null : path("FILE", directory, file);
    }

    private static Path path(String name, Path directory, String typed) {
        try {
            return directory.resolve(typed).normalize();
        } catch (InvalidPathException e) {
            throw new UsageException(name + " '" + typed + "' is no file name; give another.");
        }
    }

    private @Nullable String journal(@Nullable Path input) {
        if (journal == null) {
            return input == null ? null : input.toString();
        }
        if (input != null || journal.isBlank()) {
            throw new UsageException("--journal names the journal of standard input; a file has one by its own name.");
        }
        return STDIN + journal;
    }

    private @Nullable InputFormat format() {
        try {
            return input == null ? null : InputFormat.named(input);
        } catch (IllegalArgumentException unknown) {
            throw Names.noSuch("--input", String.valueOf(input), INPUTS);
        }
    }

    private @Nullable String checkedKeyField() {
        if (keyField != null && keyField.isBlank()) {
            throw new UsageException("--key-field is empty; name the member that holds the key.");
        }
        return keyField;
    }

    private static int within(String option, @Nullable Integer number, int otherwise, int most) {
        if (number == null) {
            return otherwise;
        }
        if (number < 1 || number > most) {
            throw new UsageException(option + " " + number + ": 1 to " + most + ".");
        }
        return number;
    }
}
