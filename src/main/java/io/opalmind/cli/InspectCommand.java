package io.opalmind.cli;

import io.opalmind.store.redis.inspect.RedisInspector;
import java.util.Set;

/** A command that looks into Redis. Its options are looked at by its constructor, before anything is opened. */
abstract class InspectCommand implements Command {
    private final Invocation invocation;

    InspectCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public int run() {
        try (Session session = invocation.cleanup().with(open())) {
            return session.opalMind().inspect(inspector -> {
                int code = inspect(inspector, session);
                tellRefused(inspector.refused());
                return code;
            });
        }
    }

    /** A session; Matomo need not be configured. */
    Session open() {
        return Session.withoutMatomo(invocation);
    }

    /** The exit code. */
    abstract int inspect(RedisInspector inspector, Session session);

    final Invocation invocation() {
        return invocation;
    }

    final Console console() {
        return invocation.console();
    }

    private void tellRefused(Set<String> refused) {
        if (!refused.isEmpty()) {
            console()
                    .warn("Redis does not answer " + String.join(", ", refused)
                            + " to this user; what it would tell is unknown.");
        }
    }
}
