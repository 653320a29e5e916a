package io.opalmind.matomo.track.bulk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes the members of one line: parameters by Matomo's names, and the idempotency key where one is to be there. */
final class LineHit {
    private final @Nullable String keyField;
    private final UnaryOperator<String> names;
    private Map<String, String> parameters = new LinkedHashMap<>();
    private @Nullable String key;

    /**
     * @param keyField the member that holds the key, or null
     * @param names gives Matomo's name for ours, and any other back as it is
     */
    LineHit(@Nullable String keyField, UnaryOperator<String> names) {
        this.keyField = keyField;
        this.names = names;
    }

    /** Begins a line. */
    LineHit begin() {
        parameters = new LinkedHashMap<>(32);
        key = null;
        return this;
    }

    /** A parameter, by Matomo's name, that counts where the line has none. */
    void putIfAbsent(String name, String value) {
        parameters.putIfAbsent(name, value);
    }

    /** Of a repeated name the last counts, as in PHP. A token in a line is not taken: it is ours that is sent. */
    void put(String name, String value) {
        if (name.equals(keyField)) {
            key = value;
        }
        if (!name.equals("token_auth")) {
            parameters.put(names.apply(name), value);
        }
    }

    Map<String, String> parameters() {
        return parameters;
    }

    /** The key, or null where the line has none. */
    @Nullable
    String key() {
        return key;
    }
}
