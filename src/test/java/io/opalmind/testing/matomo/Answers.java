package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what to answer: the very recording, else one cut to size, else what can be derived from others. */
final class Answers {
    private final Recordings recordings;
    private final SiteAnswers sites;
    private final SeriesAnswers series;
    private final GoalAnswers goals;
    private final ColumnAnswers columns;

    Answers(Recordings recordings) {
        this.recordings = recordings;
        this.sites = new SiteAnswers(recordings);
        this.series = new SeriesAnswers(recordings);
        this.goals = new GoalAnswers(recordings);
        this.columns = new ColumnAnswers(recordings);
    }

    /** What was recorded for exactly this call by this asker, errors too; or null. */
    @Nullable
    Found recorded(Map<String, String> params, Asker asker) {
        Recording exact = recordings.exactly(params, asker);
        return exact == null ? null : Found.recorded(exact.body(), exact);
    }

    /** What this asker, who may ask this, gets; or null. */
    @Nullable
    Found found(Map<String, String> params, Asker asker) {
        Found found = sites.find(params, asker);
        if (found == null) {
            found = recorded(params, Asker.ADMIN);
        }
        if (found == null) {
            found = cut(params);
        }
        if (found == null) {
            found = series.find(params);
        }
        if (found == null) {
            found = goals.find(params);
        }
        if (found == null) {
            found = columns.find(params);
        }
        return found == null ? null : visible(found, params, asker);
    }

    /** What is missing, and what is there instead, for the one whose test fails. */
    String noRecording(Map<String, String> params) {
        RequestKey asked = RequestKey.of(params);
        StringBuilder message = new StringBuilder("FakeMatomo: no recording for ").append(asked);
        message.append("; recorded:");
        recordings
                .of(asked.method())
                .forEach(one -> message.append(' ').append(one.key().params()));
        return message.append(". Register an answer with FakeMatomo.on or FakeMatomo.answer.")
                .toString();
    }

    private @Nullable Found cut(Map<String, String> params) {
        Recording longest = recordings.longest(RequestKey.of(params));
        return longest == null ? null : Found.recorded(RowFilter.of(params).apply(longest.body()), longest);
    }

    private static Found visible(Found found, Map<String, String> params, Asker asker) {
        if (!params.getOrDefault("idSite", "").equals("all") || !RowFilter.isSeries(found.body())) {
            return found;
        }
        ObjectNode own = Json.NODES.objectNode();
        for (Map.Entry<String, JsonNode> site : found.body().properties()) {
            if (asker.mayView(site.getKey())) {
                own.set(site.getKey(), site.getValue());
            }
        }
        return new Found(own, found.origin());
    }
}
