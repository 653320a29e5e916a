package io.opalmind.store.redis.inspect;

/** Lengths of time in the steps of a histogram. */
enum Spans {
    MINUTE("up to 1m", 60),
    TEN_MINUTES("1m to 10m", 600),
    HOUR("10m to 1h", 3600),
    DAY("1h to 1d", 86_400),
    WEEK("1d to 7d", 604_800),
    MONTH("7d to 30d", 2_592_000),
    LONGER("more than 30d", Long.MAX_VALUE);

    static final String NO_END = "no end";
    static final String UNKNOWN = "unknown";

    private final String label;
    private final long most;

    Spans(String label, long most) {
        this.label = label;
        this.most = most;
    }

    static String[] labels() {
        Spans[] spans = values();
        String[] labels = new String[spans.length];
        for (int i = 0; i < spans.length; i++) {
            labels[i] = spans[i].label;
        }
        return labels;
    }

    static String ofAge(long seconds) {
        return seconds < 0 ? UNKNOWN : label(seconds);
    }

    static String ofTtl(long millis) {
        if (millis == FoundKey.NO_END) {
            return NO_END;
        }
        return millis < 0 ? UNKNOWN : label((millis + 999) / 1000);
    }

    private static String label(long seconds) {
        for (Spans span : values()) {
            if (seconds <= span.most) {
                return span.label;
            }
        }
        return LONGER.label;
    }
}
