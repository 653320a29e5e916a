package io.opalmind.cli.completion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command, as completions know it.
 *
 * @param path its name behind those of the commands it belongs to, such as {@code track event}; empty for opalmind itself
 * @param commands the names of those that belong to it
 * @param argumentLabel as the help writes it; empty where there is no argument
 * @param argument null where there is none
 */
public record CommandWords(
        String path,
        String description,
        List<String> commands,
        List<OptionWords> options,
        String argumentLabel,
        @Nullable Values argument) {
    public CommandWords {
        commands = List.copyOf(commands);
        options = List.copyOf(options);
    }

    /** Its own name, the last of the path. */
    String name() {
        return path.substring(path.lastIndexOf(' ') + 1);
    }
}
