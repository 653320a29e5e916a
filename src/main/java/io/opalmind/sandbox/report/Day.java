package io.opalmind.sandbox.report;

import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.Visit;
import java.util.List;

/**
 * What happened on one day of a site.
 *
 * @param visits that ended on it
 * @param steps the actions taken on it
 * @param gains the conversions made on it
 */
record Day(List<Visit> visits, List<Step> steps, List<Gain> gains) {
    /** A conversion and its visit. */
    record Gain(Visit visit, Conversion conversion) {}

    /** A day on which Matomo keeps no archive. */
    boolean isEmpty() {
        return visits.isEmpty();
    }
}
