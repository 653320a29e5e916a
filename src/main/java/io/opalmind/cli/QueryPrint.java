package io.opalmind.cli;

import io.opalmind.matomo.MatomoClient;
import io.opalmind.matomo.ReportQuery;
import io.opalmind.matomo.ReportResult;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.RowSink;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.report.Report;
import io.opalmind.render.Format;
import io.opalmind.render.Renderer;
import io.opalmind.render.SortedRows;
import io.opalmind.render.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Asks for one or several sites and prints what comes, row by row. */
final class QueryPrint {
    private final Invocation invocation;
    private final QueryOptions options;
    private final OutputOptions outputOptions;
    private final Format format;
    private final List<String> columns;

    QueryPrint(Invocation invocation, QueryOptions options, OutputOptions outputOptions) {
        this.invocation = invocation;
        this.options = options;
        this.outputOptions = outputOptions;
        this.format = outputOptions.format(invocation.surroundings().terminal());
        this.columns = outputOptions.columnNames();
    }

    int run(MatomoClient client, QueryArguments arguments, Sites sites) {
        try (Output output = Output.open(invocation, outputOptions)) {
            int count = sites.several()
                    ? several(client, arguments, sites.ids(), output)
                    : one(client, arguments.query(sites.ids().get(0)), output);
            output.commit();
            return count == 0 && options.failEmpty() ? ExitCode.CONDITION : ExitCode.DONE;
        } catch (IOException e) {
            // Output's own failures are OutputExceptions, and those of an answer MatomoExceptions.
            throw new UncheckedIOException(e);
        }
    }

    private int one(MatomoClient client, ReportQuery query, Output output) throws IOException {
        ReportResult result = client.query(query);
        boolean asItStands = format == Format.JSON
                && result.isReadyJson()
                && columns.isEmpty()
                && options.sort() == null
                && !output.style().terminal();
        if (asItStands) {
            result.writeJson(output.stream());
            output.stream().write('\n');
        } else {
            Renderer renderer = renderer(result.report(), result.hasRows(), output);
            rows(result, sink(result, renderer));
            end(renderer);
        }
        tell(query, result);
        return result.count();
    }

    private int several(MatomoClient client, QueryArguments arguments, List<Long> sites, Output output)
            throws IOException {
        Renderer renderer = null;
        int count = 0;
        for (long site : sites) {
            ReportQuery query = arguments.query(site);
            ReportResult result = client.query(query);
            renderer = renderer == null ? renderer(result.report(), true, output) : renderer;
            RowSink sink = sink(result, renderer);
            rows(
                    result,
                    row -> sink.row(new Row(row.size() + 1)
                            .append("site", Value.Num.of(site))
                            .putAll(row)));
            tell(query, result);
            count += result.count();
        }
        if (renderer != null) {
            end(renderer);
        }
        return count;
    }

    /** Rows inside a record are laid out for the formats that cannot nest. */
    private RowSink sink(ReportResult result, Renderer renderer) {
        Report report = result.report();
        return lays(report) && !result.hasRows() ? row -> report.flatten(row, renderer) : renderer;
    }

    private boolean lays(Report report) {
        return report.nestsRows() && format != Format.JSON && format != Format.NDJSON;
    }

    private void rows(ReportResult result, RowSink sink) throws IOException {
        if (options.sort() == null) {
            result.rows(sink);
            return;
        }
        SortedRows sorted = new SortedRows(new QueryArguments(options).query(1).sort() + "", sink);
        result.rows(sorted);
        sorted.finish();
    }

    private Renderer renderer(Report report, boolean rows, Output output) {
        Table table = rows || lays(report)
                ? Table.rows(columns, report.tableColumns())
                : Table.record(columns, report.tableColumns());
        return format.renderer(table, output.stream(), output.style());
    }

    private void end(Renderer renderer) throws IOException {
        renderer.finish();
        List<String> late = renderer.lateColumns();
        if (!late.isEmpty()) {
            invocation
                    .console()
                    .warn("Left out, as they came after the header was written: " + String.join(", ", late)
                            + ". Name them with --columns to have them.");
        }
    }

    /** Nothing is cut without a word. */
    private void tell(ReportQuery query, ReportResult result) {
        Console console = invocation.console();
        if (!result.notice().isEmpty()) {
            console.warn(result.notice());
        }
        String what = query.report().label() + " of site " + query.siteId();
        console.detail(what + (result.isCached() ? ": from the cache." : ": asked of Matomo."));
        if (result.cut()) {
            console.warn(shown(query.rowLimit(), what) + (query.isSeries() ? " for each date" : "")
                    + "; --limit N or --all gives more.");
        }
        if (result.summarised()) {
            console.warn("Matomo's archive keeps a limited number of rows: the rest of " + what
                    + " stands in its row 'Others' (datatable_archiving_maximum_rows_* in Matomo's config.ini.php).");
        }
    }

    private static String shown(int limit, String what) {
        return limit == 1
                ? "Only the first row of " + what + " is shown"
                : "Only the first " + limit + " rows of " + what + " are shown";
    }
}
