package io.opalmind.matomo.track.bulk;

/** Reads one line. */
interface LineFormat {
    /** Hands the line's members to the hit. */
    void read(byte[] bytes, int from, int to, LineHit hit) throws BadLineException;
}
