package io.opalmind.cli;

import io.opalmind.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind sandbox}: a Matomo on loopback that computes, until it is stopped or a command has ended. */
final class SandboxCommand implements Command {
    static final String NAME = "sandbox";
    static final String SUMMARY = "Serve a Matomo on 127.0.0.1 that computes, to try and to test against.";

    private final Invocation invocation;
    private final SandboxOptions options;

    SandboxCommand(Invocation invocation, ParseResult parsed) {
        this.invocation = invocation;
        this.options = SandboxOptions.of(parsed);
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        SandboxOptions.declare(spec);
        spec.usageMessage().description(SUMMARY, "It keeps hits in memory, until it is stopped or COMMAND has ended.");
        return spec;
    }

    @Override
    public int run() {
        if (invocation.global().sandbox() != null) {
            throw new UsageException("--sandbox is for other commands; this one serves. Fill it with --hits FILE.");
        }
        SandboxStart start = options.start(invocation);
        try (SandboxRecord record = SandboxRecord.open(invocation, options, start.sites());
                Sandbox sandbox = start.open(options.port(), record)) {
            int code = options.command().isEmpty()
                    ? serve(sandbox)
                    : new SandboxChild(invocation, sandbox).run(options.command());
            return record.hasFailed() ? ExitCode.OUTPUT : code;
        }
    }

    private int serve(Sandbox sandbox) {
        String variables =
                "export MATOMO_BASE_URL=" + sandbox.url() + "\nexport MATOMO_TOKEN=" + sandbox.token() + "\n";
        try {
            invocation.surroundings().out().write(variables.getBytes(StandardCharsets.UTF_8));
            invocation.surroundings().out().flush();
            invocation.console().note("Serving until stopped (Ctrl-C). Set the two variables in another shell.");
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw OutputException.standardOutput(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }
}
