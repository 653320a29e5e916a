package io.opalmind.health;

import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ApiCall;
import io.opalmind.matomo.http.ReportingApi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is asked of Matomo, in one request: it is not to feel a check that runs every minute. */
final class MatomoAnswers {
    private static final ApiCall VERSION = new ApiCall("API.getMatomoVersion");

    private final ReportingApi api;
    private final List<ApiCall> calls = new ArrayList<>();
    private List<Value> answers = List.of();
    private @Nullable MatomoException failure;

    MatomoAnswers(ReportingApi api) {
        this.api = api;
        calls.add(VERSION);
    }

    /** Has it asked with the others, and says by which number its answer is found. */
    int add(ApiCall call) {
        calls.add(call);
        return calls.size() - 1;
    }

    /** Sends the request, once: a check that tries again hides what it is to show. */
    void ask() {
        try {
            answers = api.bulkAtOnce(calls);
        } catch (MatomoException e) {
            failure = e;
        }
    }

    /** Why nothing was answered, or null. */
    @Nullable
    MatomoException failure() {
        return failure;
    }

    /**
     * One answer.
     *
     * @throws MatomoException where Matomo refused this question, or all
     */
    Value get(int number) {
        if (failure != null) {
            throw failure;
        }
        return api.orThrow(answers.get(number), calls.get(number));
    }

    /** Matomo's version; null where it is not told. */
    @Nullable
    String version() {
        try {
            return single(get(0)) instanceof Value.Text text ? text.text() : null;
        } catch (MatomoException untold) {
            return null;
        }
    }

    /** Of {@code {"value":…}} the value. */
    static Value single(Value answer) {
        Value value = answer instanceof Row row ? row.get("value") : answer;
        return value == null ? Value.Nothing.INSTANCE : value;
    }
}
