package io.opalmind.config;

import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import io.github.cdimascio.dotenv.internal.DotenvParser;
import io.github.cdimascio.dotenv.internal.DotenvReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an env file, read by dotenv-java. Its parser is handed one prepared line at a time, so that nothing but
 * that line is read (no classpath, no environment) and a malformed line is known by its number. See
 * docs/adr/0003-dotenv-java.md.
 */
final class DotenvLine {
    /**
     * Stands for a double quote inside a value, where dotenv-java would see the end of the value. Half a surrogate pair
     * is in no text that came from UTF-8, so it stands for nothing else.
     */
    private static final char QUOTE = '\uDC00';

    private DotenvLine() {}

    /** The variable and its value; null where dotenv-java finds the line malformed. */
    static @Nullable DotenvEntry read(EnvEntry entry) {
        try {
            List<DotenvEntry> read = new DotenvParser(new OneLine(prepared(entry)), true, true).parse();
            return read.size() == 1 ? restored(read.get(0)) : null;
        } catch (DotenvException e) {
            // Its message is the line, which may hold a secret: neither it nor the exception goes any further.
            return null;
        }
    }

    private static String prepared(EnvEntry entry) {
        String value = entry.value();
        return value == null ? entry.name() : entry.name() + "=\"" + value.replace('"', QUOTE) + '"';
    }

    private static DotenvEntry restored(DotenvEntry entry) {
        return new DotenvEntry(entry.getKey(), entry.getValue().replace(QUOTE, '"'));
    }

    /** In place of the reader that falls back to the classpath where a file is missing. */
    private static final class OneLine extends DotenvReader {
        private final String line;

        OneLine(String line) {
            super("", "");
            this.line = line;
        }

        @Override
        public List<String> read() {
            return List.of(line);
        }
    }
}
