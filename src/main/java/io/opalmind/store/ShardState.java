package io.opalmind.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of the first hit of a shard: it was tried in vain. It counts as long as that hit waits.
 *
 * @param segment the name of the file that has the hit
 * @param line from 0
 * @param hit in place of the one that stands there
 * @param dueAt milliseconds since the epoch
 * @param triedAt milliseconds since the epoch
 */
record ShardState(String segment, int line, KeptHit hit, long dueAt, long triedAt) {
    private static final JsonFactory JSON = new JsonFactory();

    /** The state in that file; null where there is none, or its hit does not wait any more, or it cannot be read. */
    static @Nullable ShardState read(Path file, Path segments) throws IOException {
        byte[] content;
        try (FileInputStream in = new FileInputStream(file.toString())) {
            content = in.readAllBytes();
        } catch (FileNotFoundException nothingFailed) {
            return null;
        }
        ShardState state = parse(content);
        if (state == null || SegmentName.parse(state.segment) == null) {
            return null;
        }
        Path segment = segments.resolve(state.segment);
        boolean waits = Files.exists(segment)
                && !DoneLines.read(DoneLines.beside(segment)).get(state.line);
        return waits ? state : null;
    }

    boolean isOf(String otherSegment, int otherLine) {
        return line == otherLine && segment.equals(otherSegment);
    }

    /** Safe when it returns. */
    void write(Path directory, String file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("segment", segment);
            json.writeNumberField("line", line);
            json.writeNumberField("dueAt", dueAt);
            json.writeNumberField("triedAt", triedAt);
            json.writeFieldName("hit");
            hit.write(json);
            json.writeEndObject();
        }
        SafeFile.replace(directory, file, bytes.toByteArray());
        SafeFile.sync(directory);
    }

    private static @Nullable ShardState parse(byte[] content) {
        try (JsonParser json = JSON.createParser(content)) {
            return json.nextToken() == JsonToken.START_OBJECT ? read(json) : null;
        } catch (IOException damaged) {
            return null;
        }
    }

    private static @Nullable ShardState read(JsonParser json) throws IOException {
        String segment = null;
        int line = -1;
        long dueAt = 0;
        long triedAt = 0;
        KeptHit hit = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "segment" -> segment = json.getValueAsString();
                case "line" -> line = json.getValueAsInt();
                case "dueAt" -> dueAt = json.getValueAsLong();
                case "triedAt" -> triedAt = json.getValueAsLong();
                case "hit" -> hit = value == JsonToken.START_OBJECT ? KeptHit.read(json) : null;
                default -> json.skipChildren();
            }
        }
        return segment == null || line < 0 || hit == null ? null : new ShardState(segment, line, hit, dueAt, triedAt);
    }
}
