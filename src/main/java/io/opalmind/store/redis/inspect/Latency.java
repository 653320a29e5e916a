package io.opalmind.store.redis.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long round trips took, in microseconds.
 *
 * @param server host and port
 * @param sorted one or more
 */
public record Latency(String server, List<Long> sorted) {
    private static final int STEPS = 24;

    /** So many round trips took so long or less, and longer than the step before. */
    public record Step(long micros, long count) {}

    static Latency of(String server, long[] micros) {
        Arrays.sort(micros);
        List<Long> sorted = new ArrayList<>(micros.length);
        for (long one : micros) {
            sorted.add(one);
        }
        return new Latency(server, sorted);
    }

    /** What that share of them took at the most, 0.5 for the median; by nearest rank. */
    public long percentile(double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, Math.min(sorted.size(), rank) - 1));
    }

    public long mean() {
        long sum = 0;
        for (long one : sorted) {
            sum += one;
        }
        return sum / sorted.size();
    }

    /** Each step twice the one before, from the first that has any to the last. */
    public List<Step> histogram() {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < STEPS && at < sorted.size(); i++) {
            long upTo = i == STEPS - 1 ? Long.MAX_VALUE : 16L << i;
            int from = at;
            while (at < sorted.size() && sorted.get(at) <= upTo) {
                at++;
            }
            if (at > from || !steps.isEmpty()) {
                steps.add(new Step(upTo, at - from));
            }
        }
        return steps;
    }
}
