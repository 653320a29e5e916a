package io.opalmind.cli;

import io.opalmind.matomo.Row;
import io.opalmind.render.Format;
import io.opalmind.store.redis.audit.Audit;
import io.opalmind.store.redis.audit.AuditCheck;
import io.opalmind.store.redis.audit.CheckStatus;
import io.opalmind.store.redis.inspect.RedisInspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind inspect-redis audit}: the production check list, a row for each check. */
final class InspectAuditCommand extends InspectCommand {
    static final String NAME = "audit";

    private static final String NAGIOS = "nagios";
    private static final List<String> FAILING = List.of("warn", "fail");

    private final OutputOptions options;
    private final @Nullable Printed printed;
    private final @Nullable CheckStatus failOn;
    private final List<String> skipped;
    private final @Nullable String user;

    InspectAuditCommand(Invocation invocation, ParseResult parsed) {
        super(invocation);
        OutputOptions typed = OutputOptions.of(parsed);
        boolean nagios = NAGIOS.equals(typed.formatName());
        if (nagios && typed.json()) {
            throw OutputOptions.twoFormats(NAGIOS);
        }
        options = typed;
        printed = nagios ? null : new Printed(invocation, typed);
        failOn = failOn(Declared.text(parsed, "--fail-on"), nagios);
        user = Declared.text(parsed, "--user");
        skipped = skipped(Declared.text(parsed, "--skip"));
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        new Declared(spec)
                .words(FAILING, "STATUS", "Exit 10 where a check comes to this or worse: warn or fail.", "--fail-on")
                .words(Audit.NAMES, "A,B", "Leave these checks out.", "--skip")
                .text("NAME", "Look at the rights of this user. Default: who signs in.", "--user");
        List<String> formats = new ArrayList<>(Format.names());
        formats.add(NAGIOS);
        OutputOptions.declare(spec, formats);
        spec.usageMessage()
                .description(
                        "Go through the production check list: pass, warn, fail, or unknown where Redis does not tell.",
                        "-f nagios prints one line and exits with 0, 1, 2 or 3, as monitoring plugins do.");
        return spec;
    }

    private static @Nullable CheckStatus failOn(@Nullable String typed, boolean nagios) {
        if (typed == null) {
            return nagios ? CheckStatus.WARN : null;
        }
        return switch (typed) {
            case "warn" -> CheckStatus.WARN;
            case "fail" -> CheckStatus.FAIL;
            default -> throw Names.noSuch("--fail-on", typed, FAILING);
        };
    }

    private static List<String> skipped(@Nullable String typed) {
        List<String> names = new ArrayList<>();
        for (String name : typed == null ? new String[0] : typed.split(",", -1)) {
            if (!Audit.NAMES.contains(name.strip())) {
                throw Names.noSuch("--skip", name.strip(), Audit.NAMES);
            }
            names.add(name.strip());
        }
        return names;
    }

    /** Nagios reads standard output, and would take our other exit codes for states. */
    @Override
    public int run() {
        if (printed != null) {
            return super.run();
        }
        try {
            return super.run();
        } catch (RuntimeException e) {
            if (e instanceof OutputException) {
                throw e;
            }
            print(AuditLine.unknown(console().clean(Failure.message(e))));
            return AuditLine.UNKNOWN;
        }
    }

    @Override
    int inspect(RedisInspector inspector, Session session) {
        List<AuditCheck> checks = new ArrayList<>();
        for (AuditCheck check : inspector.audit(invocation().surroundings().clock(), user)) {
            if (!skipped.contains(check.name())) {
                checks.add(check);
            }
        }
        if (printed == null || failOn == null) {
            return printed == null ? nagios(checks) : print(checks, printed);
        }
        print(checks, printed);
        return checks.stream().anyMatch(check -> isBad(check, failOn)) ? ExitCode.CONDITION : ExitCode.DONE;
    }

    private static boolean isBad(AuditCheck check, CheckStatus threshold) {
        return check.status() == CheckStatus.FAIL || check.status() == threshold;
    }

    private int nagios(List<AuditCheck> checks) {
        AuditLine line = AuditLine.of(checks, failOn == CheckStatus.FAIL);
        print(line.text());
        return line.code();
    }

    private int print(List<AuditCheck> checks, Printed to) {
        List<String> columns =
                checks.stream().map(AuditCheck::server).distinct().count() > 1
                        ? List.of("server", "check", "status", "observed", "reason")
                        : List.of("check", "status", "observed", "reason");
        to.rows(columns, sink -> {
            for (AuditCheck check : checks) {
                sink.accept(new Row()
                        .put("server", check.server())
                        .put("check", check.name())
                        .put("status", check.status().word())
                        .put("observed", check.observed())
                        .put("reason", check.reason()));
            }
        });
        return ExitCode.DONE;
    }

    private void print(String line) {
        try (Output output = Output.open(invocation(), options)) {
            output.stream().write(line.getBytes(StandardCharsets.UTF_8));
            output.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
