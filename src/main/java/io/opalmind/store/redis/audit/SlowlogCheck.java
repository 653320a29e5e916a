package io.opalmind.store.redis.audit;

/** Whether slow commands are noted, for the day when somebody asks. */
record SlowlogCheck(ServerView view, Verdicts verdicts) {
    private static final String SLOWLOG = "slowlog";

    /** A tenth of a second: by then everybody has noticed. */
    private static final long TOO_PATIENT_MICROS = 100_000;

    void add() {
        Long micros = view.setting("slowlog-log-slower-than");
        Long entries = view.setting("slowlog-max-len");
        if (micros == null || entries == null) {
            verdicts.unknown(SLOWLOG, "CONFIG GET slowlog-log-slower-than");
        } else if (micros < 0 || entries == 0) {
            verdicts.warn(SLOWLOG, "off", "Set slowlog-log-slower-than 10000 (microseconds), slowlog-max-len 256.");
        } else if (micros > TOO_PATIENT_MICROS) {
            verdicts.warn(
                    SLOWLOG,
                    "from " + micros / 1000 + " ms on",
                    "What is slow does not show. Set slowlog-log-slower-than 10000.");
        } else {
            verdicts.pass(
                    SLOWLOG, "from " + micros + " µs on, the latest " + entries, "'inspect-redis slowlog' shows them.");
        }
    }
}
