package io.opalmind.matomo.track.bulk;

/**
 * A place in the input before which every line is decided.
 *
 * @param line its number, from 1
 * @param offset its first byte, unpacked
 */
record Mark(long line, long offset) {
    static final Mark START = new Mark(1, 0);
}
