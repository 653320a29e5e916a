package io.opalmind.config;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads Matomo's token: {@code --token-file}, {@code MATOMO_TOKEN} or {@code MATOMO_TOKEN_FILE}. */
final class TokenReader {
    private static final int MOST_BYTES = 64 * 1024;

    private final Settings settings;
    private final SecretReader secrets;
    private final InputStream stdin;

    TokenReader(Settings settings, InputStream stdin) {
        this.settings = settings;
        this.secrets = new SecretReader(settings);
        this.stdin = stdin;
    }

    /**
     * The setting that the token comes from; null where there is none.
     *
     * @param tokenFile the option, which wins over all variables and without a warning, as it was just typed
     */
    @Nullable
    Setting find(@Nullable String tokenFile) {
        if (tokenFile != null) {
            return new Setting(Variable.MATOMO_TOKEN_FILE, tokenFile, "option --token-file");
        }
        return secrets.choose(Variable.MATOMO_TOKEN, Variable.MATOMO_TOKEN_FILE);
    }

    /** The token; null, and a fault, where it cannot be used. */
    @Nullable
    Secret read(Setting setting, boolean mayBeStdin) {
        boolean isFile = setting.variable() == Variable.MATOMO_TOKEN_FILE;
        boolean isStdin = isFile && mayBeStdin && setting.value().equals("-");
        String text = isStdin ? fromStdin(setting) : secrets.text(setting, Variable.MATOMO_TOKEN_FILE);
        if (isFile && !isStdin && text != null) {
            secrets.warnIfOpen(setting);
        }
        if (text == null) {
            return null;
        }
        if (!SecretText.isToken(text)) {
            settings.findings()
                    .bad(setting, "not a token; letters and digits without a blank, a line end or any other character");
            return null;
        }
        return new Secret(text);
    }

    /** The first line and not a byte more: what follows is the command's own input. */
    private @Nullable String fromStdin(Setting setting) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            int next = stdin.read();
            while (next >= 0 && next != '\n' && line.size() < MOST_BYTES) {
                line.write(next);
                next = stdin.read();
            }
            String text = TextFile.decode(line.toByteArray()).strip();
            settings.findings().protect(text);
            if (!text.isEmpty()) {
                return text;
            }
        } catch (IOException | TextFile.UnreadableException e) {
            // Said below: whatever it was, there is no token.
        }
        settings.findings().bad(setting, "no token on standard input; its first line is the token");
        return null;
    }
}
