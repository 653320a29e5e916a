package io.opalmind.matomo.report;

import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowSink;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ApiCall;
import io.opalmind.matomo.http.ReportingApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Orders and revenue, summed over the dates of a series in the SDK's order of addition, so that the digits agree. */
final class RevenueTotals implements Report {
    private static final String[] SUMMED = {
        "nb_conversions",
        "nb_visits",
        "nb_visits_converted",
        "revenue",
        "revenue_per_visit",
        "revenue_per_conversion",
        "avg_order_revenue",
        "items",
        "revenue_subtotal",
        "revenue_tax",
        "revenue_shipping",
        "revenue_discount"
    };

    @Override
    public String feature(ReportQuery query) {
        return "ecommerceRevenueTotals";
    }

    @Override
    public boolean hasRows(ReportQuery query) {
        return false;
    }

    @Override
    public boolean nestsRows() {
        return true;
    }

    @Override
    public boolean hasMoney() {
        return true;
    }

    @Override
    public List<String> tableColumns() {
        return Ecommerce.COLUMNS;
    }

    @Override
    public List<String> columns() {
        return Ecommerce.SCHEMA.behind(Ecommerce.COLUMNS);
    }

    @Override
    public List<ApiCall> calls(ReportQuery query) {
        return List.of(Ecommerce.call(query));
    }

    @Override
    public Yield fetch(ReportingApi api, ReportQuery query, SiteSource site, RowSink sink) throws IOException {
        List<Row> summaries = new ArrayList<>();
        List<Value> series = new ArrayList<>();
        for (RecordReader.Dated dated : RecordReader.fetch(api, Ecommerce.call(query), query)) {
            if (!hasOrders(dated.row())) {
                continue;
            }
            Row summary = Ecommerce.SCHEMA.apply(null, dated.row());
            summaries.add(summary);
            if (dated.date() != null) {
                series.add(
                        new Row(summary.size() + 1).put("label", dated.date()).putAll(summary));
            }
        }
        Row result = new Row().put("totals", totals(summaries));
        if (query.filters().series() || series.size() > 1) {
            result.put("series", new Value.Items(series));
        }
        sink.row(result);
        return Yield.WHOLE;
    }

    private static boolean hasOrders(Row row) {
        return row.has("revenue") || row.has("nb_conversions") || row.has("avg_order_revenue");
    }

    private static Row totals(List<Row> summaries) {
        if (summaries.isEmpty()) {
            return new Row().put("nb_conversions", 0).put("revenue", 0);
        }
        Row totals = new Row();
        for (String name : SUMMED) {
            Double sum = null;
            for (Row summary : summaries) {
                Double number = RecordReader.number(summary, name);
                if (number != null) {
                    sum = sum == null ? number : sum + number;
                }
            }
            if (sum != null) {
                totals.put(name, Coercion.of(sum));
            }
        }
        Double conversions = RecordReader.number(totals, "nb_conversions");
        Double revenue = RecordReader.number(totals, "revenue");
        if (conversions != null && conversions > 0 && revenue != null) {
            totals.put("avg_order_revenue", Coercion.of(revenue / conversions));
            totals.put("revenue_per_conversion", Coercion.of(revenue / conversions));
        }
        return Ecommerce.SCHEMA.apply(null, totals);
    }

    /** The series' rows, and the totals as a last one. */
    @Override
    public void flatten(Row record, RowSink sink) throws IOException {
        Value site = record.get("site");
        if (record.get("series") instanceof Value.Items series) {
            for (Value point : series.values()) {
                if (point instanceof Row row) {
                    sink.row(labelled(site, row));
                }
            }
        }
        if (record.get("totals") instanceof Row totals) {
            sink.row(labelled(site, new Row().put("label", "total").putAll(totals)));
        }
    }

    private static Row labelled(@org.jspecify.annotations.Nullable Value site, Row row) {
        return site == null ? row : new Row().put("site", site).putAll(row);
    }
}
