package io.opalmind.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The shells that there are completions for. */
public enum Shell {
    BASH("opalmind.bash"),
    ZSH("_opalmind"),
    FISH("opalmind.fish");

    private final String file;

    Shell(String file) {
        this.file = file;
    }

    /** The name of its program. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the script's file; zsh and fish find it by that. */
    public String file() {
        return file;
    }

    /** The names of all, as {@link #label} writes them. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Shell shell : values()) {
            names.add(shell.label());
        }
        return names;
    }

    /** The shell of that name, or null. */
    public static @Nullable Shell named(String label) {
        int at = names().indexOf(label);
        return at < 0 ? null : values()[at];
    }

    /** The script that completes command lines of these words. */
    public String script(Vocabulary vocabulary) {
        String tables =
                switch (this) {
                    case BASH -> new BashTables(vocabulary).text();
                    case ZSH -> new ZshTables(vocabulary).text();
                    case FISH -> new FishTables(vocabulary).text();
                };
        return Frame.of(this).around(tables);
    }
}
