package io.opalmind.cli.completion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options with a value, those that take the same together: for scripts that find what an option takes by a command's
 * path and the option's name, and take the first that fits. The argument of a command goes by the empty name.
 */
final class ValueCases {
    /** What an option takes, and whether it may stand without. */
    record Taken(Values values, boolean optional) {}

    /** Where a name stands: below a path, or with {@code *} below any. */
    record Place(String path, String name) {}

    /** Where that is taken. */
    record Case(Taken taken, List<Place> places) {}

    private static final String ANYWHERE = "*";
    private static final Taken NOTHING = new Taken(Values.of(Values.Kind.TEXT), true);

    /** How often each name means what, over all commands. */
    private final Map<String, Map<Taken, Integer>> meanings = new HashMap<>();

    private final Map<Taken, List<Place>> exceptions = new LinkedHashMap<>();
    private final Map<Taken, List<Place>> rules = new LinkedHashMap<>();

    ValueCases(Vocabulary vocabulary) {
        for (CommandWords command : vocabulary.commands()) {
            for (OptionWords option : command.options()) {
                for (String name : option.names()) {
                    meanings.computeIfAbsent(name, key -> new LinkedHashMap<>()).merge(taken(option), 1, Integer::sum);
                }
            }
        }
        for (CommandWords command : vocabulary.commands()) {
            Values argument = command.argument();
            if (argument != null) {
                put(exceptions, new Taken(argument, false), new Place(command.path(), ""));
            }
            for (OptionWords option : command.options()) {
                option.names().forEach(name -> place(command.path(), name, taken(option)));
            }
        }
    }

    private static Taken taken(OptionWords option) {
        Values values = option.values();
        return values == null ? NOTHING : new Taken(values, option.valueOptional());
    }

    private void place(String path, String name, Taken taken) {
        if (taken.equals(rule(name))) {
            put(rules, taken, new Place(ANYWHERE, name));
        } else if (!taken.equals(NOTHING)) {
            put(exceptions, taken, new Place(path, name));
        }
    }

    /** What the name means most often; null where it takes nothing somewhere, as no case says so. */
    private @Nullable Taken rule(String name) {
        Map<Taken, Integer> all = meanings.getOrDefault(name, Map.of());
        if (all.containsKey(NOTHING)) {
            return null;
        }
        int most = Collections.max(all.values());
        for (Map.Entry<Taken, Integer> meaning : all.entrySet()) {
            if (meaning.getValue() == most) {
                return meaning.getKey();
            }
        }
        return null;
    }

    private static void put(Map<Taken, List<Place>> cases, Taken taken, Place place) {
        List<Place> places = cases.computeIfAbsent(taken, key -> new ArrayList<>());
        if (!places.contains(place)) {
            places.add(place);
        }
    }

    /** The exceptions, and the rules behind them. */
    List<Case> all() {
        List<Case> all = new ArrayList<>();
        exceptions.forEach((taken, places) -> all.add(new Case(taken, places)));
        rules.forEach((taken, places) -> all.add(new Case(taken, places)));
        return all;
    }
}
