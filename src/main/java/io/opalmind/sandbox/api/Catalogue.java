package io.opalmind.sandbox.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a Matomo 5.0.2 has methods for, computed here or not: it decides which error is the right one. */
final class Catalogue {
    private final Map<String, Set<String>> methods = new HashMap<>();

    Catalogue() {
        try (InputStream file = Catalogue.class.getResourceAsStream("methods.txt")) {
            if (file != null) {
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                        .lines()
                        .forEach(this::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        if (!line.startsWith("#")) {
            int space = line.indexOf(' ');
            methods.put(
                    line.substring(0, space), Set.of(line.substring(space + 1).split(" ")));
        }
    }

    /** The error that a method which is not computed is answered with. */
    Refusal refuse(String method) {
        int dot = method.indexOf('.');
        String plugin = dot < 0 ? method : method.substring(0, dot);
        String action = dot < 0 ? "" : method.substring(dot + 1);
        Set<String> known = methods.get(plugin);
        if (known == null) {
            return Errors.pluginMissing(plugin);
        }
        return known.contains(action) ? Errors.notCovered(method) : Errors.methodMissing(plugin, action);
    }
}
