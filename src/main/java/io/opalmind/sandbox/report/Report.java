package io.opalmind.sandbox.report;

import com.fasterxml.jackson.databind.JsonNode;

/** A report of the Reporting API. */
public interface Report {
    /**
     * Its whole answer for one site and period, in Matomo's default order, no row cut: an array of rows or one record, and
     * {@code []} where Matomo answers that.
     *
     * @throws NotCovered where the sandbox cannot tell the figures that were asked for
     */
    JsonNode answer(Scope scope, Wish wish);
}
