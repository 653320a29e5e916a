package io.opalmind.cli;

import io.opalmind.matomo.MatomoClient;
import io.opalmind.matomo.http.ApiCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shows what a query would ask, with the token hidden. Nothing is sent, not even to learn which sites there are. */
final class QueryExplanation {
    /** Stands for each site in a query of all. */
    private static final Sites EACH = new Sites(List.of(0L), true);

    private final Session session;
    private final MatomoClient client;
    private final StringBuilder text = new StringBuilder();

    QueryExplanation(Session session, MatomoClient client) {
        this.session = session;
        this.client = client;
    }

    int print(QueryArguments arguments, QueryOptions options, Output output) {
        boolean all = options.site() != null && options.site().strip().equals(Sites.ALL);
        if (all) {
            show("SitesManager.getSitesIdWithAtLeastViewAccess", "");
        }
        Sites sites = all ? EACH : Sites.of(options.site(), session.config(), client);
        for (long site : sites.ids()) {
            for (ApiCall call : client.explain(arguments.query(site))) {
                String form = call.form();
                show(call.method(), all ? form.replace("idSite=0", "idSite=%28each+site%29") : form);
            }
        }
        return write(output);
    }

    private void show(String method, String form) {
        text.append("POST ")
                .append(session.config().matomo().baseUrl())
                .append("index.php?module=API&method=")
                .append(method)
                .append("&format=JSON\n  ")
                .append(form)
                .append(form.isEmpty() ? "" : "&")
                .append("token_auth=***\n");
    }

    private int write(Output output) {
        try (output) {
            output.stream().write(text.toString().getBytes(StandardCharsets.UTF_8));
            output.commit();
            return ExitCode.DONE;
        } catch (IOException e) {
            throw OutputException.standardOutput(e);
        }
    }
}
