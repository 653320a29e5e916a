package io.opalmind.matomo.track.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8 and refuses what is none, in place of writing question marks into somebody's data. */
final class StrictText {
    private StrictText() {}

    static String of(byte[] bytes, int from, int to) throws BadLineException {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return decoded(bytes, from, to);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] bytes, int from, int to) throws BadLineException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadLineException("", "is not UTF-8");
        }
    }
}
