package io.opalmind.testing.redis;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a real Redis: name the flavour as a parameter of a constructor, a {@code @Test} or any method around it.
 *
 * <ul>
 *   <li>{@link RedisServer}: plain, no password
 *   <li>{@link AclRedis}: a password, an ACL user who may write, one who may only read
 *   <li>{@link DeployedRedis}: the settings and the users of docs/deploy
 *   <li>{@link TlsRedis}: TLS alone, private CA, client certificate required
 *   <li>{@link ReplicatedRedis}: a primary, its read-only replica, a sentinel
 *   <li>{@link ClusterRedis}: three masters
 * </ul>
 *
 * <p>A flavour starts when a test first asks for it and serves the whole JVM. Before each test it is empty, alive, and
 * has its first settings again, whatever the test before did to it. Where the servers come from (a container engine, the
 * embedded server, the PATH) is {@link RedisBeds}' choice, said once on stdout.
 *
 * <p>Faults: {@link RedisServer#kill()} (refuses), {@link RedisServer#stop()} (hangs), {@link RedisServer#configSet}
 * {@code ("maxmemory", "1")} (out of memory), {@link ReplicatedRedis#replica()} (read-only), {@link AclRedis} (wrong
 * password, no rights), {@link ScriptedRedis} ({@code LOADING} and any other answer), {@link Ports#refusing()}.
 */
public final class RedisExtension implements ParameterResolver, BeforeEachCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(RedisExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return RedisBed.class.isAssignableFrom(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return beds(context).lend(parameter.getParameter().getType().asSubclass(RedisBed.class));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        RedisBeds beds = beds(context);
        beds.resetLent();
        // Here and not when JUnit asks for the parameter, since there it makes an error of an assumption that fails.
        for (Class<?> type : context.getRequiredTestMethod().getParameterTypes()) {
            if (RedisBed.class.isAssignableFrom(type)) {
                beds.lend(type.asSubclass(RedisBed.class));
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // A nested class may use what its outer class was lent.
        if (context.getRequiredTestClass().getEnclosingClass() == null) {
            beds(context).takeBack();
        }
    }

    /** One for the JVM; JUnit closes it at the end of the session. */
    private static RedisBeds beds(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, OURS)
                .getOrComputeIfAbsent(RedisBeds.class, ignored -> new RedisBeds(), RedisBeds.class);
    }
}
