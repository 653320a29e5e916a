package io.opalmind.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A small text file, read whole and strictly: UTF-8 or nothing. Also a pipe, as {@code --env-file <(…)} gives one. */
final class TextFile {
    /** Why a text could not be had, in words for a fault; no content. */
    static final class UnreadableException extends Exception {
        private final int line;

        UnreadableException(String reason, int line) {
            super(reason);
            this.line = line;
        }

        String reason() {
            return String.valueOf(getMessage());
        }

        /** The line, from 1, that is at fault; 0 where it is the whole file. */
        int line() {
            return line;
        }
    }

    private TextFile() {}

    /**
     * The text, without byte order mark and with {@code \n} at the ends of its lines.
     *
     * @param mostBytes larger files are refused, so that a wrong path (a dump, a device) does not fill the memory
     */
    static String read(Path file, int mostBytes) throws UnreadableException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(mostBytes + 1);
        } catch (IOException e) {
            throw new UnreadableException(reason(file, e), 0);
        }
        if (bytes.length > mostBytes) {
            throw new UnreadableException("larger than " + mostBytes / 1024 + " KB, which no such file is", 0);
        }
        return decode(bytes);
    }

    static String decode(byte[] bytes) throws UnreadableException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw new UnreadableException("not UTF-8 text; save the file as UTF-8", lineAt(bytes, in.position()));
        }
        String text = out.flip().toString();
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.indexOf('\r') < 0
                ? unmarked
                : unmarked.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Why a file cannot be read, in a few words. */
    static String reason(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return file.toString().contains("/~/") ? "no such file; ~ is not expanded here" : "no such file";
        }
        if (cause instanceof AccessDeniedException) {
            return "this user may not read it";
        }
        return Files.isDirectory(file) ? "a directory, not a file" : "cannot be read";
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
