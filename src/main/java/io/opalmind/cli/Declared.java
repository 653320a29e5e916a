package io.opalmind.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Declares options and reads them back. By picocli's programmatic face: its annotations are read by reflection and
 * proxies, which no class-data archive can keep, and cost every start some 30 ms (docs/adr/0005).
 */
final class Declared {
    /**
     * Picocli's own factory looks for Groovy first. What is not there is looked for in the jar, and to open that takes ten
     * milliseconds that no other class needs.
     */
    static final IFactory NO_FACTORY = new IFactory() {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type.getDeclaredConstructor().newInstance();
        }
    };

    private final CommandSpec spec;

    Declared(CommandSpec spec) {
        this.spec = spec;
    }

    static CommandSpec command(String name) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(null, NO_FACTORY).name(name);
        spec.parser().collectErrors(true);
        return spec;
    }

    /** An option that is there or not. */
    Declared flag(String description, String... names) {
        spec.addOption(OptionSpec.builder(names[0], rest(names))
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build());
        return this;
    }

    /** An option with a text. */
    Declared text(String label, String description, String... names) {
        return option(String.class, null, label, description, names);
    }

    /** An option with a text that may be given several times. */
    Declared texts(String label, String description, String... names) {
        return option(String[].class, null, label, description, names);
    }

    /** An option with a text of which these are the usual ones; completions offer them. */
    Declared words(List<String> words, String label, String description, String... names) {
        spec.addOption(builder(String.class, null, label, description, names)
                .completionCandidates(words)
                .build());
        return this;
    }

    /** An option with a whole number. */
    Declared number(String label, String description, String... names) {
        return option(Integer.class, new WholeNumberConverter(), label, description, names);
    }

    /** An option of a type of our own. */
    <T> Declared option(
            Class<T> type, @Nullable ITypeConverter<T> converter, String label, String description, String... names) {
        spec.addOption(builder(type, converter, label, description, names).build());
        return this;
    }

    private static <T> OptionSpec.Builder builder(
            Class<T> type, @Nullable ITypeConverter<T> converter, String label, String description, String... names) {
        OptionSpec.Builder builder = OptionSpec.builder(names[0], rest(names))
                .type(type)
                .arity("1")
                .paramLabel(label)
                .description(description);
        if (converter != null) {
            builder.converters(converter);
        }
        return builder;
    }

    private static String[] rest(String[] names) {
        String[] rest = new String[names.length - 1];
        System.arraycopy(names, 1, rest, 0, rest.length);
        return rest;
    }

    static boolean has(ParseResult parsed, String name) {
        return parsed.hasMatchedOption(name);
    }

    /** The option's text, or null where it was not given. */
    static @Nullable String text(ParseResult parsed, String name) {
        return parsed.matchedOptionValue(name, (String) null);
    }

    /** The option's texts, in order; none where it was not given. */
    static String[] texts(ParseResult parsed, String name) {
        return parsed.matchedOptionValue(name, new String[0]);
    }

    /** The option's number, or null where it was not given. */
    static @Nullable Integer number(ParseResult parsed, String name) {
        return parsed.matchedOptionValue(name, (Integer) null);
    }
}
