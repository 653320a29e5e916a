package io.opalmind.cli;

import io.opalmind.store.redis.inspect.KeyFilter;
import io.opalmind.store.redis.inspect.KeyKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that choose keys. */
final class InspectFilter {
    private InspectFilter() {}

    static void declare(CommandSpec spec) {
        declare(spec, EnumSet.allOf(KeyKind.class));
    }

    /** @param among the kinds that may be meant */
    static void declare(CommandSpec spec, Set<KeyKind> among) {
        new Declared(spec)
                .words(labels(among), "A,B", "Keys of these kinds: cache, idempotency, claim, queue, stats.", "--kind")
                .text("F", "Cached reports of this feature, such as popularUrls.", "--feature")
                .number("ID", "Cached reports of this site.", "--site")
                .option(
                        Duration.class,
                        new DurationConverter(),
                        "DUR",
                        "Keys of this age: what is gone of the life that is configured for their kind; of others, the"
                                + " time since they were last read or written.",
                        "--older-than")
                .option(
                        Duration.class,
                        new DurationConverter(),
                        "DUR",
                        "Keys that Redis will remove by itself within this time.",
                        "--expires-within")
                .option(
                        Long.class,
                        new SizeConverter(),
                        "SIZE",
                        "Keys that take more memory: 500, 10k, 4mb.",
                        "--larger-than")
                .text(
                        "GLOB",
                        "Keys whose name behind the prefix matches: * ? [abc], and \\ before what is meant as it is.",
                        "--match")
                .number("N", "Let Redis look at N keys a second at the most.", "--rate");
    }

    /** @param among the kinds that may be meant; all of these where none is named */
    static KeyFilter of(ParseResult parsed, Set<KeyKind> among) {
        @Nullable Integer site = Declared.number(parsed, "--site");
        return new KeyFilter(
                kinds(Declared.text(parsed, "--kind"), among),
                Declared.text(parsed, "--feature"),
                site == null ? null : (long) atLeastOne("--site", site),
                parsed.matchedOptionValue("--older-than", (Duration) null),
                parsed.matchedOptionValue("--expires-within", (Duration) null),
                parsed.matchedOptionValue("--larger-than", -1L),
                Declared.text(parsed, "--match"));
    }

    /** Keys a second; 0 for all at once. */
    static int rate(ParseResult parsed) {
        Integer rate = Declared.number(parsed, "--rate");
        return rate == null ? 0 : atLeastOne("--rate", rate);
    }

    static int atLeastOne(String option, int number) {
        if (number < 1) {
            throw new UsageException(option + " " + number + ": 1 or more.");
        }
        return number;
    }

    private static Set<KeyKind> kinds(@Nullable String named, Set<KeyKind> among) {
        if (named == null) {
            return among;
        }
        Set<KeyKind> kinds = EnumSet.noneOf(KeyKind.class);
        for (String name : named.split(",", -1)) {
            kinds.add(kind(name.strip(), among));
        }
        return kinds;
    }

    private static KeyKind kind(String name, Set<KeyKind> among) {
        for (KeyKind kind : among) {
            if (kind.label().equals(name)) {
                return kind;
            }
        }
        throw Names.noSuch("--kind", name, labels(among));
    }

    private static List<String> labels(Set<KeyKind> kinds) {
        List<String> labels = new ArrayList<>();
        for (KeyKind kind : kinds) {
            labels.add(kind.label());
        }
        return labels;
    }
}
