package io.opalmind.sandbox.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The address of a page, in the two parts in which Matomo keeps it.
 *
 * @param prefix scheme and {@code www.}, which do not tell pages apart
 * @param rest host, path and query
 */
record PageAddress(String prefix, String rest) {
    private static final List<String> PREFIXES = List.of("http://www.", "https://www.", "http://", "https://");

    /** Matomo files pages ten folders deep at most. */
    private static final int DEPTH = 10;

    static PageAddress of(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        for (String prefix : PREFIXES) {
            if (lower.startsWith(prefix)) {
                return new PageAddress(prefix, url.substring(prefix.length()));
            }
        }
        return new PageAddress("", url);
    }

    /** Whether both are the same page, however it was fetched. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PageAddress address && address.rest.equals(rest);
    }

    @Override
    public int hashCode() {
        return rest.hashCode();
    }

    /** The whole address. */
    String url() {
        return prefix + rest;
    }

    /** The label of its row in a flat report: {@code /docs/} for {@code https://example.com/docs/index}. */
    String label() {
        String label = "/" + String.join("/", steps());
        return label.endsWith("/index") ? label.substring(0, label.length() - "index".length()) : label;
    }

    /** Whether it lies in no folder. */
    boolean isTop() {
        return steps().size() == 1;
    }

    /** The folder at the top that it lies in, or the page itself where it lies in none. */
    String top() {
        List<String> steps = steps();
        return steps.get(0) + (steps.size() == 1 ? "" : "/");
    }

    private List<String> steps() {
        int slash = rest.indexOf('/');
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        if (path.isEmpty() || path.endsWith("/")) {
            path += "index";
        }
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/", DEPTH)) {
            if (!step.isBlank()) {
                steps.add(step.strip());
            }
        }
        return steps;
    }
}
