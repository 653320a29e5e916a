package io.opalmind.cli;

import io.opalmind.config.MatomoConfig;
import io.opalmind.matomo.ReportCache;
import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.Redactor;
import io.opalmind.render.Format;
import io.opalmind.store.redis.inspect.FoundKey;
import io.opalmind.store.redis.inspect.KeyDetail;
import io.opalmind.store.redis.inspect.KeyKind;
import io.opalmind.store.redis.inspect.RedisInspector;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind inspect-redis get KEY}: one key with what stands there. */
final class InspectGetCommand extends InspectCommand {
    static final String NAME = "get";

    private final String typed;
    private final byte[] key;
    private final boolean live;
    private final Printed printed;

    InspectGetCommand(Invocation invocation, ParseResult parsed) {
        super(invocation);
        typed = InspectCommands.argument(parsed, "Which key? Its name, with the prefix or without; 'keys' lists them.");
        key = Declared.has(parsed, "--base64") ? decoded(typed) : typed.getBytes(StandardCharsets.UTF_8);
        live = Declared.has(parsed, "--live");
        // A value that nests is best read as JSON, on a terminal too, where it is indented.
        OutputOptions options = OutputOptions.of(parsed);
        printed = new Printed(
                invocation,
                options.formatName() == null
                        ? new OutputOptions(Format.JSON.word(), false, options.file(), options.columns())
                        : options);
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        InspectCommands.declareArgument(spec, "KEY", "The key, with its prefix or without.");
        new Declared(spec)
                .flag("KEY is base64, as keyBase64 of a key that is no text.", "--base64")
                .flag("A cached report: ask Matomo what it answers now, and show the difference.", "--live");
        OutputOptions.declare(spec);
        spec.usageMessage().description("Show one key: its value decoded, time to live, memory, encoding, idle time.");
        return spec;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--base64 '" + base64 + "' is no base64; copy keyBase64 as 'inspect-redis keys' prints it.");
        }
    }

    @Override
    int inspect(RedisInspector inspector, Session session) {
        KeyDetail detail = inspector.get(key);
        if (detail == null) {
            console()
                    .error(
                            "There is no key '" + typed
                                    + "', with a prefix of ours or without; 'opalmind inspect-redis keys' lists those that there are.");
            return ExitCode.USAGE;
        }
        Value value = new InspectValue(redactor(session)).of(detail);
        Row row = InspectRows.key(detail.key())
                .put("encoding", InspectRows.text(detail.encoding()))
                .put("length", InspectRows.number(detail.length()))
                .put("value", value == null ? Value.Nothing.INSTANCE : value);
        if (live) {
            live(detail, value, session).into(row);
        }
        printed.record(row);
        tellCut(detail, value == null);
        return ExitCode.DONE;
    }

    @Override
    Session open() {
        return live ? Session.open(invocation(), ReportCache.Use.NONE) : super.open();
    }

    private LiveAnswer live(KeyDetail detail, @Nullable Value value, Session session) {
        FoundKey found = detail.key();
        ReportQuery query = found.kind() == KeyKind.CACHE ? LiveQuery.of(found.rest()) : null;
        if (query == null) {
            throw new UsageException(
                    "--live: '" + typed + "' is no cached report that this tool could ask for; leave --live out.");
        }
        return LiveAnswer.of(query, value, session.opalMind().client());
    }

    /** Should a token stand in a value, it is not shown for that. */
    static Redactor redactor(Session session) {
        MatomoConfig matomo = session.config().matomoIfSet();
        return new Redactor(matomo == null ? List.of() : List.of(matomo.token().reveal()));
    }

    private void tellCut(KeyDetail detail, boolean hidden) {
        if (hidden) {
            console().warn("Its value has " + detail.length() + " bytes, and is not shown: 8 MB are the most.");
        } else if (detail.length() > detail.elements().size() && detail.value() == null) {
            console()
                    .warn("Only the first " + detail.elements().size() + " of " + detail.length()
                            + " elements are shown.");
        }
    }
}
