package io.opalmind.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says about the configuration.
 *
 * @param envFile {@code --env-file}: read in place of {@code .env}, and then it must exist
 * @param profile {@code --profile}
 * @param tokenFile {@code --token-file}; {@code -} is standard input
 * @param values options that stand for a variable. An empty value counts as not set
 * @param matomoRequired whether the command speaks to Matomo, so that its address and token must be there
 */
public record ConfigOptions(
        @Nullable String envFile,
        @Nullable String profile,
        @Nullable String tokenFile,
        Map<Variable, OptionValue> values,
        boolean matomoRequired) {

    /** No option at all, for a command that speaks to Matomo. */
    public static final ConfigOptions NONE = new ConfigOptions(null, null, null, Map.of(), true);

    public ConfigOptions {
        values = Map.copyOf(values);
    }

    /** The same for a command that can do without Matomo. */
    public ConfigOptions withoutMatomo() {
        return new ConfigOptions(envFile, profile, tokenFile, values, false);
    }
}
