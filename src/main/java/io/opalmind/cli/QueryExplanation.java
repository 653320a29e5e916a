package io.opalmind.cli;

import io.opalmind.matomo.MatomoClient;
import io.opalmind.matomo.http.ApiCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shows what a query would ask, with the token hidden. */
final class QueryExplanation {
    private final Session session;
    private final MatomoClient client;

    QueryExplanation(Session session, MatomoClient client) {
        this.session = session;
        this.client = client;
    }

    int print(QueryArguments arguments, List<Long> sites, Surroundings surroundings) {
        StringBuilder text = new StringBuilder();
        for (long site : sites) {
            for (ApiCall call : client.explain(arguments.query(site))) {
                text.append("POST ")
                        .append(session.config().matomo().baseUrl())
                        .append("index.php?module=API&method=")
                        .append(call.method())
                        .append("&format=JSON\n  ")
                        .append(call.form())
                        .append("&token_auth=***\n");
            }
        }
        try {
            surroundings.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new OutputException("standard output", e);
        }
        return ExitCode.DONE;
    }
}
