package io.opalmind.matomo.report;

/**
 * What became of a fetch beside its rows.
 *
 * @param cut whether Matomo has more rows than the query's limit
 * @param summarised whether Matomo's archive had folded rows into "Others"
 * @param complete whether nothing was left out, so that the answer may be kept
 * @param notice what the user is to be told, or an empty string
 */
public record Yield(boolean cut, boolean summarised, boolean complete, String notice) {
    public static final Yield WHOLE = new Yield(false, false, true, "");
}
