package io.opalmind.matomo.track.bulk;

/** Finds where a line ends, or a record of CSV. What it looked through once it does not look through again. */
final class RecordEnd {
    private final boolean quotes;
    private final byte delimiter;
    private boolean open;
    private boolean fieldStart;
    private boolean justClosed;

    private RecordEnd(boolean quotes, char delimiter) {
        this.quotes = quotes;
        this.delimiter = (byte) delimiter;
    }

    /** Lines end at each LF. */
    static RecordEnd line() {
        return new RecordEnd(false, ',');
    }

    /** Records end at the first LF outside of quotes. A quote inside a field that began without one is a character. */
    static RecordEnd csv(char delimiter) {
        return new RecordEnd(true, delimiter);
    }

    void begin() {
        open = false;
        fieldStart = true;
        justClosed = false;
    }

    /** The index of the LF, or -1 where there is none between the two. */
    int find(byte[] bytes, int from, int to) {
        return quotes ? findQuoted(bytes, from, to) : findPlain(bytes, from, to);
    }

    private static int findPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private int findQuoted(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte octet = bytes[i];
            if (octet == '"') {
                boolean closes = open;
                open = !open && (fieldStart || justClosed);
                justClosed = closes;
            } else if (!open && octet == '\n') {
                return i;
            } else {
                justClosed = false;
            }
            fieldStart = !open && octet == delimiter;
        }
        return -1;
    }

    /** Whether a record may hold several lines. */
    boolean isQuoted() {
        return quotes;
    }

    /** Whether a quote is open where the search has come to. */
    boolean isOpen() {
        return open;
    }
}
