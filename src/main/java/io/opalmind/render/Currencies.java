package io.opalmind.render;

import java.util.ArrayList;
import java.util.List;

/** The currencies of one row's money: mostly one; of several, each once with a space between. */
final class Currencies {
    private final List<String> codes = new ArrayList<>(1);

    void clear() {
        codes.clear();
    }

    void add(String code) {
        if (!codes.contains(code)) {
            codes.add(code);
        }
    }

    boolean isEmpty() {
        return codes.isEmpty();
    }

    /** For a cell; empty where the row has no money. */
    String text() {
        return codes.size() == 1 ? codes.get(0) : String.join(" ", codes);
    }
}
