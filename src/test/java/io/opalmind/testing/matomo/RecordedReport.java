package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A report as it was recorded, with the FakeMatomo that answers it: what a client printed is held against it. */
public final class RecordedReport {
    private static final Set<String> TIME_AND_PLACE = Set.of("idSite", "period", "date");

    private final Recording recording;
    private final Supplier<FakeMatomo> server;

    private RecordedReport(Recording recording, Supplier<FakeMatomo> server) {
        this.recording = recording;
        this.server = server;
    }

    /**
     * What the super user got of a method, of single sites, all rows of it.
     *
     * @param params besides site, period and date; those of another value or name are other reports
     */
    public static List<RecordedReport> of(String method, Map<String, String> params) {
        List<RecordedReport> found = new ArrayList<>();
        add(found, Recordings.shop(), FakeMatomo::recorded, method, params);
        add(found, Recordings.dataset(), FakeMatomo::dataset, method, params);
        return found;
    }

    private static void add(
            List<RecordedReport> found,
            Recordings set,
            Supplier<FakeMatomo> server,
            String method,
            Map<String, String> params) {
        for (Recording one : set.of(method)) {
            Map<String, String> rest = new TreeMap<>(one.key().params());
            boolean oneSite = rest.getOrDefault("idSite", "").matches("[0-9]+");
            rest.keySet().removeAll(TIME_AND_PLACE);
            if (oneSite && rest.equals(params) && one.asker() == Asker.ADMIN && !one.isError() && isWhole(one)) {
                found.add(new RecordedReport(one, server));
            }
        }
    }

    /** Whether no row was left out: those of another number or order of rows are not what is asked for. */
    private static boolean isWhole(Recording one) {
        Map<String, String> cut = one.cut();
        return cut.isEmpty() || cut.equals(Map.of("filter_limit", "-1"));
    }

    public String name() {
        return recording.name();
    }

    public long site() {
        return Long.parseLong(recording.params().get("idSite"));
    }

    public String period() {
        return recording.params().get("period");
    }

    public String date() {
        return recording.params().get("date");
    }

    /** Whether it has several dates. */
    public boolean isSeries() {
        return !recording.body().isArray();
    }

    public JsonNode body() {
        return recording.body();
    }

    /** A new server that answers it; to be closed. */
    public FakeMatomo server() {
        return server.get();
    }
}
