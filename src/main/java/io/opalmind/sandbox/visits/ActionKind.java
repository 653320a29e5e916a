package io.opalmind.sandbox.visits;

/** What a visitor did. */
public enum ActionKind {
    PAGEVIEW,
    EVENT,
    SITE_SEARCH,
    DOWNLOAD,
    OUTLINK,
    /** Impression or interaction. */
    CONTENT
}
