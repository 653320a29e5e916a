package io.opalmind.matomo.report;

import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowSink;
import io.opalmind.matomo.http.ApiCall;
import io.opalmind.matomo.http.ReportingApi;
import java.io.IOException;
import java.util.List;

/** Orders and revenue of a period. */
final class Ecommerce implements Report {
    static final Schema SCHEMA = new Schema(
            "nb_conversions",
            "nb_visits",
            "nb_visits_converted",
            "conversion_rate:text",
            "revenue",
            "revenue_per_visit",
            "revenue_per_conversion",
            "avg_order_revenue",
            "items",
            "revenue_subtotal",
            "revenue_tax",
            "revenue_shipping",
            "revenue_discount");

    static final List<String> COLUMNS = List.of(
            "site",
            "date",
            "label",
            "nb_conversions",
            "nb_visits_converted",
            "conversion_rate",
            "revenue",
            "avg_order_revenue",
            "items",
            "revenue_subtotal",
            "revenue_tax",
            "revenue_shipping",
            "revenue_discount");

    static ApiCall call(ReportQuery query) {
        return Calls.of("Goals.get", query).with("idGoal", "ecommerceOrder");
    }

    /** The SDK's entry of a series holds its first date alone, so a series has a feature of its own. */
    @Override
    public String feature(ReportQuery query) {
        return query.isSeries() ? "ecommerceOverviewSeries" : "ecommerceOverview";
    }

    @Override
    public boolean hasRows(ReportQuery query) {
        return query.isSeries();
    }

    @Override
    public boolean hasMoney() {
        return true;
    }

    @Override
    public List<String> tableColumns() {
        return COLUMNS;
    }

    @Override
    public List<String> columns() {
        return SCHEMA.behind(COLUMNS);
    }

    @Override
    public List<ApiCall> calls(ReportQuery query) {
        return List.of(call(query));
    }

    @Override
    public Yield fetch(ReportingApi api, ReportQuery query, SiteSource site, RowSink sink) throws IOException {
        for (RecordReader.Dated dated : RecordReader.fetch(api, call(query), query)) {
            Row row = SCHEMA.apply(query.isSeries() ? dated.date() : null, dated.row());
            sink.row(row);
        }
        return Yield.WHOLE;
    }
}
