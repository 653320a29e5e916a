package io.opalmind.matomo.report;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowSink;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ApiCall;
import io.opalmind.matomo.http.ReportingApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conversions and revenue, a row for each goal with its name. Goals.get without a goal is one sum over all of them
 * without names, and answers zeros for a goal that does not exist; so the list of goals is asked first.
 */
final class GoalConversions implements Report {
    private static final String[] METRICS = {"nb_conversions", "nb_visits_converted", "revenue"};

    @Override
    public String feature(ReportQuery query) {
        return "goalConversionsByGoal";
    }

    @Override
    public boolean hasRows(ReportQuery query) {
        return true;
    }

    @Override
    public boolean hasMoney() {
        return true;
    }

    @Override
    public boolean isCut() {
        return true;
    }

    @Override
    public List<String> tableColumns() {
        return List.of("site", "date", "id", "label", "type", "nb_conversions", "nb_visits_converted", "revenue");
    }

    @Override
    public List<ApiCall> calls(ReportQuery query) {
        return List.of(list(query), Calls.of("Goals.get", query).with("idGoal", "(each goal)"));
    }

    private static ApiCall list(ReportQuery query) {
        return new ApiCall("Goals.getGoals").with("idSite", query.siteId()).with("filter_limit", -1);
    }

    @Override
    public Yield fetch(ReportingApi api, ReportQuery query, SiteSource site, RowSink sink) throws IOException {
        List<Goals.Goal> goals = wanted(Goals.of(api.read(list(query))), query, site);
        int limit = query.rowLimit();
        boolean cut = limit >= 0 && goals.size() > limit;
        List<Goals.Goal> shown = cut ? goals.subList(0, limit) : goals;
        List<ApiCall> calls = new ArrayList<>();
        for (Goals.Goal goal : shown) {
            calls.add(Calls.of("Goals.get", query).with("idGoal", goal.apiId()));
        }
        List<Value> answers = answers(api, calls);
        for (int i = 0; i < calls.size(); i++) {
            for (RecordReader.Dated dated : RecordReader.of(api.orThrow(answers.get(i), calls.get(i)), query)) {
                sink.row(row(shown.get(i), query.isSeries() ? dated.date() : null, dated.row()));
            }
        }
        return new Yield(cut, false, true, "");
    }

    private static List<Value> answers(ReportingApi api, List<ApiCall> calls) {
        if (calls.size() > 1) {
            return api.bulk(calls);
        }
        return calls.isEmpty() ? List.of() : List.of(api.read(calls.get(0)));
    }

    private static List<Goals.Goal> wanted(List<Goals.Goal> own, ReportQuery query, SiteSource site) {
        String goal = query.filters().goal();
        String type = Goals.normalType(query.filters().goalType());
        List<Goals.Goal> all = Goals.withShop(own, site.get().ecommerce(), goal, type);
        List<Goals.Goal> wanted = new ArrayList<>();
        for (Goals.Goal candidate : all) {
            if ((goal == null || Goals.matches(candidate, goal.strip()))
                    && (type == null || candidate.type().equals(type))) {
                wanted.add(candidate);
            }
        }
        if (goal != null && wanted.isEmpty()) {
            throw new MatomoException(
                    ErrorKind.REQUEST_REFUSED,
                    "Site " + query.siteId() + " has no goal '" + goal + "'" + (type == null ? "" : " of type " + type)
                            + "; it has " + names(all) + ".");
        }
        return wanted;
    }

    private static String names(List<Goals.Goal> goals) {
        StringBuilder names = new StringBuilder();
        for (Goals.Goal goal : goals) {
            names.append(names.isEmpty() ? "" : ", ")
                    .append(goal.id())
                    .append(" (")
                    .append(goal.label())
                    .append(')');
        }
        return names.isEmpty() ? "none" : names.toString();
    }

    private static Row row(Goals.Goal goal, @Nullable String date, Row metrics) {
        Row row = new Row();
        if (date != null) {
            row.put("date", date);
        }
        row.put("id", goal.id()).put("label", goal.label()).put("type", goal.type());
        for (String metric : METRICS) {
            Value value = metrics.get(metric);
            if (value != null) {
                row.put(metric, Coercion.number(value));
            }
        }
        return row;
    }
}
