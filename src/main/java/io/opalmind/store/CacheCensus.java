package io.opalmind.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts the reports in a cache by feature, and what else is there, in flat memory. */
public final class CacheCensus implements CacheSurvey.Entries {
    private static final String START = "{\"feature\":\"";
    /** There are some twenty. Keys of someone else may seem to have any number. */
    private static final int MOST_FEATURES = 200;

    private final Predicate<String> isReport;
    private final Holdings total = new Holdings();
    private final Holdings others = new Holdings();
    private final Map<String, Holdings> byFeature = new TreeMap<>();

    /** @param isReport tells the features of reports from others that are kept beside them */
    public CacheCensus(Predicate<String> isReport) {
        this.isReport = isReport;
    }

    @Override
    public void entry(String key, long bytes, long timeToLive) {
        String feature = feature(key);
        Holdings held = feature.isEmpty() || !isReport.test(feature) ? null : holdings(feature);
        if (held == null) {
            others.add(key, bytes, timeToLive);
        } else {
            held.add(key, bytes, timeToLive);
            total.add(key, bytes, timeToLive);
        }
    }

    private @Nullable Holdings holdings(String feature) {
        Holdings known = byFeature.get(feature);
        if (known == null && byFeature.size() < MOST_FEATURES) {
            known = new Holdings();
            byFeature.put(feature, known);
        }
        return known;
    }

    /** Of {@code {"feature":"popularUrls","input":…}} the name; empty where it is no such key. */
    static String feature(String key) {
        int end = key.startsWith(START) ? key.indexOf('"', START.length()) : -1;
        String name = end < 0 ? "" : key.substring(START.length(), end);
        return FeatureName.isValid(name) ? name : "";
    }

    /** All reports. */
    public Holdings total() {
        return total;
    }

    /** Reports by feature, sorted. */
    public Map<String, Holdings> byFeature() {
        return byFeature;
    }

    /** What is no report: what is known of sites, and whatever else stands under the prefix. */
    public Holdings others() {
        return others;
    }
}
