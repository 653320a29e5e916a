package io.opalmind.cli;

import io.opalmind.OpalMind;
import io.opalmind.config.Config;
import io.opalmind.config.ConfigLoader;
import io.opalmind.config.ConfigOptions;
import io.opalmind.config.Secret;
import io.opalmind.matomo.ReportCache;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A configured invocation: what every command but help works with. */
final class Session implements AutoCloseable {
    private final Config config;
    private final OpalMind opalMind;
    private final @Nullable SandboxGround ground;

    /** @param ground what the session stands on and closes last; null for the configured Matomo */
    private Session(Config config, OpalMind opalMind, @Nullable SandboxGround ground) {
        this.config = config;
        this.opalMind = opalMind;
        this.ground = ground;
    }

    static Session open(Invocation invocation, ReportCache.Use cache) {
        return open(invocation, cache, true);
    }

    /** For a command that does not need Matomo; it is configured all the same where it is set. */
    static Session withoutMatomo(Invocation invocation) {
        return open(invocation, ReportCache.Use.NONE, false);
    }

    private static Session open(Invocation invocation, ReportCache.Use cache, boolean matomo) {
        GlobalOptions global = invocation.global();
        Surroundings surroundings = invocation.surroundings();
        Console console = invocation.console();
        SandboxGround ground = global.sandbox() == null ? null : SandboxGround.lay(invocation, global.sandbox());
        ConfigOptions options =
                new ConfigOptions(global.envFile(), global.profile(), global.tokenFile(), Map.of(), matomo);
        Config config = ground != null
                ? ground.config()
                : new ConfigLoader(surroundings.environment(), surroundings.directory(), surroundings.in())
                        .load(options);
        hide(console, config);
        config.warnings().forEach(console::warn);
        OpalMind opalMind = new OpalMind(
                config, new OpalMind.Mode(cache, global.force()), surroundings.clock(), console, Version.NUMBER);
        return new Session(config, opalMind, ground);
    }

    private static void hide(Console console, Config config) {
        if (config.matomoIfSet() != null) {
            console.hide(config.matomo().token().reveal());
        }
        if (config.redis() != null) {
            hide(console, config.redis().password());
            hide(console, config.redis().url());
            if (config.redis().url() != null) {
                hideUrlPassword(console, config.redis().url().reveal());
            }
        }
    }

    private static void hide(Console console, @Nullable Secret secret) {
        if (secret != null) {
            console.hide(secret.reveal());
        }
    }

    /** A library may quote the password without the URL around it, as it stands there or as it is meant. */
    private static void hideUrlPassword(Console console, String url) {
        int at = url.lastIndexOf('@');
        if (at > 0) {
            String user = url.substring(url.indexOf("://") + 3, at);
            String password = user.substring(user.indexOf(':') + 1);
            console.hide(password, URLDecoder.decode(password.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
    }

    Config config() {
        return config;
    }

    OpalMind opalMind() {
        return opalMind;
    }

    @Override
    public void close() {
        opalMind.close();
        if (ground != null) {
            ground.close();
        }
    }
}
