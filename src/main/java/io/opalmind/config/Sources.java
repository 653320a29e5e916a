package io.opalmind.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All places that settings come from, the one that wins first: options, environment, env file, profile. */
final class Sources {
    private final List<Source> sources;

    Sources(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The setting that holds; null where the variable is set nowhere. */
    @Nullable
    Setting find(Variable variable) {
        return find(variable, variable.name());
    }

    /** The setting that holds, of two spellings; within one source the first spelling wins. */
    @Nullable
    Setting find(Variable variable, String first, String second) {
        for (Source source : sources) {
            Setting setting = source.find(variable, first);
            if (setting == null) {
                setting = source.find(variable, second);
            }
            if (setting != null) {
                return setting;
            }
        }
        return null;
    }

    /** The setting that holds, of two variables for one thing; within one source the first variable wins. */
    @Nullable
    Setting findEither(Variable first, Variable second) {
        for (Source source : sources) {
            Setting setting = source.find(first);
            if (setting == null) {
                setting = source.find(second);
            }
            if (setting != null) {
                return setting;
            }
        }
        return null;
    }

    private @Nullable Setting find(Variable variable, String spelling) {
        for (Source source : sources) {
            Setting setting = source.find(variable, spelling);
            if (setting != null) {
                return setting;
            }
        }
        return null;
    }
}
