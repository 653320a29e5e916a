package io.opalmind.store.redis;

import io.opalmind.store.KeptHit;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a stream of hits.
 *
 * @param id as Redis gave it, {@code 1796000000000-0}
 * @param hit null where the entry holds none that can be read
 * @param of of a dead letter, where it stood before; else null
 */
record QueueEntry(
        String id, @Nullable KeptHit hit, @Nullable String of) {
    static final byte[] HIT = "hit".getBytes(StandardCharsets.US_ASCII);
    static final byte[] OF = "of".getBytes(StandardCharsets.US_ASCII);

    /** Reads an id and a list of fields and values, null where the entry was removed from the stream. */
    static QueueEntry parse(Object answer) {
        List<?> entry = (List<?>) answer;
        KeptHit hit = null;
        String of = null;
        if (entry.size() > 1 && entry.get(1) instanceof List<?> fields) {
            for (int i = 0; i + 1 < fields.size(); i += 2) {
                byte[] value = (byte[]) fields.get(i + 1);
                if (Arrays.equals(HIT, (byte[]) fields.get(i))) {
                    hit = KeptHit.parse(value);
                } else if (Arrays.equals(OF, (byte[]) fields.get(i))) {
                    of = text(value);
                }
            }
        }
        return new QueueEntry(text(entry.get(0)), hit, of);
    }

    QueueEntry with(KeptHit other) {
        return new QueueEntry(id, other, of);
    }

    /** Milliseconds since the epoch. */
    static long addedAt(String id) {
        int dash = id.indexOf('-');
        return number(dash < 0 ? id : id.substring(0, dash));
    }

    static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    /** 0 where that is no number. */
    static long number(@Nullable String digits) {
        try {
            return digits == null ? 0 : Long.parseLong(digits);
        } catch (NumberFormatException foreign) {
            return 0;
        }
    }
}
