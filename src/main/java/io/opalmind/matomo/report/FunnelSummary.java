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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A funnel: its definition, its metrics and the flow through its steps, from three methods of the Funnels plugin. Where
 * the plugin is missing the query fails; the SDK shows an empty funnel then.
 */
final class FunnelSummary implements Report {
    @Override
    public String feature(ReportQuery query) {
        return query.isSeries() ? "funnelSummarySeries" : "funnelSummary";
    }

    @Override
    public boolean hasRows(ReportQuery query) {
        return query.isSeries();
    }

    @Override
    public boolean nestsRows() {
        return true;
    }

    @Override
    public boolean hasMoney() {
        return false;
    }

    @Override
    public List<String> tableColumns() {
        return List.of(
                "site",
                "date",
                "id",
                "label",
                "visits",
                "conversions",
                "totalVisits",
                "totalConversions",
                "conversionRate",
                "overallConversionRate");
    }

    @Override
    public List<ApiCall> calls(ReportQuery query) {
        return List.of(
                call("Funnels.getFunnel", query),
                call("Funnels.getFunnelMetrics", query),
                call("Funnels.getFunnelFlowTable", query).with("flat", 1));
    }

    private static ApiCall call(String method, ReportQuery query) {
        return new ApiCall(method)
                .with("idSite", query.siteId())
                .with("idFunnel", query.filters().funnel())
                .with("period", query.period())
                .with("date", query.date())
                .with("segment", query.segment());
    }

    @Override
    public Yield fetch(ReportingApi api, ReportQuery query, SiteSource site, RowSink sink) throws IOException {
        List<ApiCall> calls = calls(query);
        Value definition = api.read(calls.get(0));
        Value metrics = orNothing(api, calls.get(1));
        Value flow = orNothing(api, calls.get(2));
        boolean complete = !(metrics instanceof Value.Nothing) && !(flow instanceof Value.Nothing);
        if (query.isSeries() && metrics instanceof Row dates) {
            for (int i = 0; i < dates.size(); i++) {
                Value flowOfDate = flow instanceof Row flows ? flows.get(dates.name(i)) : null;
                sink.row(new Row()
                        .put("date", dates.name(i))
                        .putAll(summary(query, dates.name(i), definition, dates.value(i), flowOfDate)));
            }
        } else {
            sink.row(summary(query, query.date(), definition, metrics, flow));
        }
        return new Yield(
                false, false, complete, complete ? "" : "Parts of the funnel are missing: Matomo refused them.");
    }

    /** Some versions of the plugin lack one of the methods; the summary is made from the others then, as the SDK does. */
    private static Value orNothing(ReportingApi api, ApiCall call) {
        try {
            return api.read(call);
        } catch (MatomoException e) {
            if (e.kind() == ErrorKind.REQUEST_REFUSED) {
                return Value.Nothing.INSTANCE;
            }
            throw e;
        }
    }

    private static Row summary(ReportQuery query, String date, Value definition, Value metrics, @Nullable Value flow) {
        FunnelFields defined = FunnelFields.of(definition);
        FunnelFields measured = FunnelFields.of(metrics);
        String id = String.valueOf(query.filters().funnel());
        String ownId = defined.text("idfunnel", "id_funnel", "id", "funnelid");
        String label = defined.text("label", "name", "funnelname", "funnel_name", "title");
        List<Row> steps = FunnelSteps.merged(definition, flow);
        Row row = new Row()
                .put("id", ownId == null ? id : ownId)
                .put("label", label == null ? "Funnel " + id : label)
                .put("period", query.period())
                .put("date", date)
                .put("steps", new Value.Items(List.copyOf(steps)));
        if (query.segment() != null) {
            row.put("segment", query.segment());
        }
        putRate(row, "overallConversionRate", measured, defined, "conversion_rate", "overall_conversion_rate");
        putRate(row, "abandonmentRate", measured, defined, "abandonment_rate", "overall_abandonment_rate");
        putNumber(row, "totalConversions", measured, defined, steps, "conversions");
        putNumber(row, "totalVisits", measured, defined, steps, "visits");
        return withRate(row);
    }

    private static void putRate(Row row, String name, FunnelFields first, FunnelFields second, String... keys) {
        Double rate = first.number(keys);
        rate = rate == null ? second.number(keys) : rate;
        if (rate != null) {
            row.put(name, Coercion.of(rate));
        }
    }

    private static void putNumber(
            Row row, String name, FunnelFields first, FunnelFields second, List<Row> steps, String metric) {
        String[] keys = {"nb_" + metric + "_total", "nb_" + metric, metric, "nb_entries", "nb_entrances"};
        String[] own = metric.equals("visits") ? keys : new String[] {keys[0], keys[1], keys[2], "nb_converted"};
        Double number = first.number(own);
        number = number == null ? second.number(own) : number;
        number = number == null ? FunnelSteps.sum(steps, metric) : number;
        if (number != null) {
            row.put(name, Coercion.of(number));
        }
    }

    private static Row withRate(Row row) {
        Double conversions = RecordReader.number(row, "totalConversions");
        Double visits = RecordReader.number(row, "totalVisits");
        if (!row.has("overallConversionRate") && conversions != null && visits != null && visits > 0) {
            row.put("overallConversionRate", Coercion.of(conversions / visits * 100));
        }
        return row;
    }

    /** The steps, and the whole funnel as a last row. */
    @Override
    public void flatten(Row record, RowSink sink) throws IOException {
        Row whole = new Row();
        for (int i = 0; i < record.size(); i++) {
            if (!(record.value(i) instanceof Value.Items)) {
                whole.put(record.name(i), record.value(i));
            }
        }
        if (record.get("steps") instanceof Value.Items steps) {
            for (Value step : steps.values()) {
                if (step instanceof Row row) {
                    sink.row(row);
                }
            }
        }
        sink.row(whole);
    }
}
