package io.opalmind.cli;

import io.opalmind.config.Config;
import io.opalmind.config.ConfigLoader;
import io.opalmind.config.ConfigOptions;
import io.opalmind.sandbox.Sandbox;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --sandbox} stands on: a sandbox in this process, and a state directory of its own. Nothing of the user's
 * configuration counts, so that made-up figures get into no cache of theirs, and no hit of theirs into the sandbox.
 */
final class SandboxGround implements AutoCloseable {
    private final Sandbox sandbox;
    private final SandboxFolder folder;

    private SandboxGround(Sandbox sandbox, SandboxFolder folder) {
        this.sandbox = sandbox;
        this.folder = folder;
    }

    /** @param file of hits; empty for the sample */
    static SandboxGround lay(Invocation invocation, String file) {
        GlobalOptions global = invocation.global();
        refuse("--env-file", global.envFile());
        refuse("--profile", global.profile());
        refuse("--token-file", global.tokenFile());
        SandboxStart start = SandboxStart.of(invocation);
        start = file.isEmpty() ? start.withSample() : start.withFile(file);
        // The folder last: where hits do not fit into memory, none is left behind.
        Sandbox sandbox = start.open(0, hit -> {});
        return new SandboxGround(sandbox, invocation.cleanup().with(SandboxFolder.make()));
    }

    private static void refuse(String option, @Nullable String value) {
        if (value != null) {
            throw new UsageException("--sandbox is a configuration of its own. Leave out " + option + ".");
        }
    }

    Config config() {
        Map<String, String> environment = SandboxVariables.of(sandbox, folder);
        return new ConfigLoader(environment, folder.path(), InputStream.nullInputStream()).load(ConfigOptions.NONE);
    }

    @Override
    public void close() {
        sandbox.close();
        folder.close();
    }
}
