package io.opalmind.cli;

import io.opalmind.matomo.Row;
import io.opalmind.store.redis.inspect.BadLineException;
import io.opalmind.store.redis.inspect.Imported;
import io.opalmind.store.redis.inspect.RedisInspector;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind inspect-redis import FILE|-}: what export carried out. */
final class InspectImportCommand extends InspectCommand {
    static final String NAME = "import";

    private final String file;
    private final boolean overwrite;
    private final int rate;
    private final Printed printed;

    InspectImportCommand(Invocation invocation, ParseResult parsed) {
        super(invocation);
        file = InspectCommands.argument(parsed, "Which file? Its name, or - for standard input.");
        overwrite = Declared.has(parsed, "--overwrite");
        rate = InspectFilter.rate(parsed);
        printed = new Printed(invocation, OutputOptions.of(parsed));
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        InspectCommands.declareArgument(spec, "FILE", "What export wrote; - is standard input.");
        new Declared(spec)
                .flag("Replace keys that are there.", "--overwrite")
                .number("N", "Write N keys a second at the most.", "--rate");
        OutputOptions.declare(spec);
        spec.usageMessage()
                .description(
                        "Carry in what export wrote, with the times to live that it had.",
                        "Keys that are there stay as they are, so that the same command can be run again.");
        return spec;
    }

    @Override
    int inspect(RedisInspector inspector, Session session) {
        try (Printed ready = printed.prepare()) {
            print(load(inspector), ready);
        }
        return ExitCode.DONE;
    }

    private void print(Imported imported, Printed ready) {
        ready.record(new Row()
                .put("lines", imported.lines())
                .put("imported", imported.imported())
                .put("kept", imported.kept())
                .put("expired", imported.expired()));
        if (imported.kept() > 0) {
            console()
                    .warn(imported.kept()
                            + " keys were there already and stay as they are; --overwrite replaces them.");
        }
    }

    private Imported load(RedisInspector inspector) {
        if (file.equals("-")) {
            return load(inspector, invocation().surroundings().in());
        }
        Path path = invocation().surroundings().directory().resolve(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return load(inspector, in);
        } catch (IOException e) {
            throw new UsageException("Cannot read '" + path + "': " + e + ". Check its name and rights.");
        }
    }

    private Imported load(RedisInspector inspector, InputStream in) {
        try {
            return inspector.load(in, overwrite, rate);
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot read '" + file + "': " + e.getMessage() + ". Export it anew, or give another file.");
        } catch (BadLineException e) {
            throw new UsageException(
                    e.getMessage() + " What stands before it was imported; mend the line and run this again.");
        }
    }
}
