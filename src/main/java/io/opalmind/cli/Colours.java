package io.opalmind.cli;

import java.util.Map;

/** Whether to colour: not where the user, NO_COLOR (https://no-color.org) or a dumb terminal say otherwise. */
final class Colours {
    private Colours() {}

    static boolean wanted(Map<String, String> environment, boolean noColor) {
        String no = environment.get("NO_COLOR");
        return !noColor && (no == null || no.isEmpty()) && !"dumb".equals(environment.get("TERM"));
    }
}
