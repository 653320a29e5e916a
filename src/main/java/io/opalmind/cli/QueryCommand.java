package io.opalmind.cli;

import io.opalmind.matomo.MatomoClient;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code opalmind query REPORT}. */
@Command(
        name = "query",
        sortOptions = false,
        description = "Ask Matomo for a report.",
        footerHeading = "%nReports:%n",
        footer = {
            "  key-numbers               visits, visitors, actions and page views of a period",
            "  key-numbers-series        the same, a row for each day, week, month or year",
            "  popular-urls              pages by visits",
            "  top-referrers             kinds of referrers by visits",
            "  entry-pages               pages on which visits began",
            "  campaigns                 campaigns by visits",
            "  ecommerce-overview        orders and revenue of a period",
            "  ecommerce-revenue-totals  orders and revenue summed over a series",
            "  events                    events by action and name",
            "  event-categories          events by category and action",
            "  device-types              visits by kind of device",
            "  traffic-channels          visits by channel, with revenue",
            "  goal-conversions          conversions and revenue of each goal",
            "  funnel-summary            steps and conversion of a funnel (needs Matomo's Funnels plugin)",
            "",
            "Examples:",
            "  opalmind query popular-urls --period range --date last30 --limit 20",
            "  opalmind query key-numbers-series --site 1,2 -f csv -o visits.csv",
            "  opalmind query goal-conversions --date yesterday --json | jq '.[0].nb_conversions'"
        })
final class QueryCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final QueryOptions options = new QueryOptions();

    @Mixin
    private final OutputOptions outputOptions = new OutputOptions();

    QueryCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        QueryArguments arguments = new QueryArguments(options);
        arguments.query(1);
        QueryPrint print = new QueryPrint(invocation, options, outputOptions);
        try (Session session = invocation.cleanup().with(Session.open(invocation, options.cache()))) {
            MatomoClient client = session.opalMind().client();
            List<Long> sites = new Sites(session.config()).of(options.site, client);
            return options.explain
                    ? new QueryExplanation(session, client).print(arguments, sites, invocation.surroundings())
                    : print.run(client, arguments, sites);
        }
    }
}
