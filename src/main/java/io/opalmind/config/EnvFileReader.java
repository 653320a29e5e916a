package io.opalmind.config;

import io.github.cdimascio.dotenv.DotenvEntry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads env files whole: what they set, and what in them cannot be read, by line and never with the content. */
final class EnvFileReader {
    private static final int MOST_BYTES = 1 << 20;

    private final Findings findings;

    EnvFileReader(Findings findings) {
        this.findings = findings;
    }

    /**
     * What the file sets; of a name that stands there twice, the last.
     *
     * @param place the file as messages call it
     */
    Source read(Path file, String place) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> origins = new HashMap<>();
        for (EnvEntry entry : EnvScanner.entries(text(file, place))) {
            String origin = place + ":" + entry.line();
            DotenvEntry variable = variable(entry, origin);
            if (variable != null) {
                values.put(variable.getKey(), variable.getValue());
                origins.put(variable.getKey(), origin);
            }
        }
        return new Source(place, values, origins);
    }

    private @Nullable DotenvEntry variable(EnvEntry entry, String origin) {
        String problem = entry.problem();
        if (problem != null) {
            findings.badFile(origin, problem + "; a value in quotes ends on its quote or on a # comment");
            return null;
        }
        DotenvEntry variable = DotenvLine.read(entry);
        if (variable == null) {
            findings.badFile(origin, "not a setting; a line is NAME=VALUE or a # comment");
        }
        return variable;
    }

    private String text(Path file, String place) {
        try {
            return TextFile.read(file, MOST_BYTES);
        } catch (TextFile.UnreadableException e) {
            findings.badFile(e.line() == 0 ? place : place + ":" + e.line(), e.reason());
            return "";
        }
    }
}
