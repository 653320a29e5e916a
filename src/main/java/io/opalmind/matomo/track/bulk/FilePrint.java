package io.opalmind.matomo.track.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * By what a file is known again.
 *
 * @param size in bytes
 * @param modified milliseconds since the epoch
 * @param head SHA-256 of its first bytes, in hexadecimal
 * @param headLength how many bytes that are
 */
record FilePrint(long size, long modified, String head, int headLength) {
    /** Stands for a stream, which cannot be known again. */
    static final FilePrint STREAM = new FilePrint(0, 0, "-", 0);

    private static final int HEAD = 1 << 16;

    static FilePrint of(Path file) throws IOException {
        long size = Files.size(file);
        int length = (int) Math.min(size, HEAD);
        return new FilePrint(size, Files.getLastModifiedTime(file).toMillis(), head(file, length), length);
    }

    private static String head(Path file, int length) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readNBytes(length));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How the file has changed since, in a few words; null where it is the same, or has grown. */
    @Nullable
    String changeTo(Path file) throws IOException {
        long now = Files.size(file);
        if (now < size) {
            return "it has become shorter";
        }
        if (now == size && Files.getLastModifiedTime(file).toMillis() != modified) {
            return "it was written to";
        }
        return head(file, headLength).equals(head) ? null : "it begins otherwise";
    }
}
