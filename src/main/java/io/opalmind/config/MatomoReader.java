package io.opalmind.config;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads what is said about Matomo. */
final class MatomoReader {
    private static final long LONGEST_TIMEOUT_MS = 3_600_000;
    private static final long BYTES_OF_A_MEGABYTE = 1024L * 1024;
    private static final String WHERE = "in the environment, in .env or in a profile";

    private final Settings settings;
    private final TokenReader tokens;

    MatomoReader(Settings settings, InputStream stdin) {
        this.settings = settings;
        this.tokens = new TokenReader(settings, stdin);
    }

    /** Null where address or token are missing, or with a fault. What is set is checked, required or not. */
    @Nullable
    MatomoConfig read(ConfigOptions options) {
        Secret token = token(options);
        URI baseUrl = baseUrl(options.matomoRequired());
        Integer site = defaultSiteId();
        Duration timeout = settings.milliseconds(Variable.MATOMO_TIMEOUT_MS, 1, LONGEST_TIMEOUT_MS);
        int attempts = (int) settings.whole(Variable.MATOMO_MAX_ATTEMPTS, "a number of attempts", 1, 20);
        long megabytes = settings.whole(Variable.MATOMO_MAX_RESPONSE_MB, "a size in MB", 1, 1 << 20);
        Path caFile = settings.file(Variable.MATOMO_CA_FILE);
        if (baseUrl == null || token == null) {
            return null;
        }
        return new MatomoConfig(baseUrl, token, site, timeout, attempts, caFile, megabytes * BYTES_OF_A_MEGABYTE);
    }

    private @Nullable Secret token(ConfigOptions options) {
        Setting setting = tokens.find(options.tokenFile());
        if (setting != null) {
            return tokens.read(setting, options.tokenFile() != null);
        }
        if (options.matomoRequired()) {
            settings.findings()
                    .missing(
                            Variable.MATOMO_TOKEN,
                            "the token for Matomo's API. Set MATOMO_TOKEN or MATOMO_TOKEN_FILE " + WHERE
                                    + ", or give --token-file FILE");
        }
        return null;
    }

    private @Nullable URI baseUrl(boolean required) {
        Setting setting = settings.sources().find(Variable.MATOMO_BASE_URL);
        if (setting != null) {
            return BaseUrl.read(setting, settings.findings());
        }
        if (required) {
            settings.findings()
                    .missing(
                            Variable.MATOMO_BASE_URL,
                            "the address of Matomo, as https://analytics.example.com/. Set it " + WHERE);
        }
        return null;
    }

    private @Nullable Integer defaultSiteId() {
        Setting setting = settings.sources().find(Variable.MATOMO_DEFAULT_SITE_ID);
        if (setting == null) {
            return null;
        }
        return (int) settings.whole(setting, "the id of a site", 1, Integer.MAX_VALUE, 1);
    }
}
