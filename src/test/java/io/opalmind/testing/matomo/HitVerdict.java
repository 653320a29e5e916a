package io.opalmind.testing.matomo;

/** What Matomo makes of one hit. */
enum HitVerdict {
    STORED,
    /** Ignored, and answered as if it were stored: 204, or counted as tracked within a bulk. */
    DROPPED,
    /** 400, or counted as invalid within a bulk. */
    REFUSED,
    /** 400 alone; within a bulk 500, and the whole bulk is rolled back. */
    POISON
}
