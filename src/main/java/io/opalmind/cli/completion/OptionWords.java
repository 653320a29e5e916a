package io.opalmind.cli.completion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An option, as completions know it.
 *
 * @param names short ones first
 * @param label of its value, as the help writes it
 * @param values null where it takes none
 * @param valueOptional whether it may stand without; then the value follows {@code =}, never a blank
 * @param repeated whether it may be given again
 */
public record OptionWords(
        List<String> names,
        String description,
        String label,
        @Nullable Values values,
        boolean valueOptional,
        boolean repeated) {
    public OptionWords {
        names = List.copyOf(names);
    }
}
