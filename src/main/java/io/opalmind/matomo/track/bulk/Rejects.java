package io.opalmind.matomo.track.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where refused lines go: a file, to whose end they are added, or else to the user, the first few of them. After a kill a
 * line may stand in the file twice: it is written before the journal notes it, so that none is missing.
 */
final class Rejects implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int SHOWN = 10;

    private final @Nullable Path file;
    private final @Nullable OutputStream out;
    private final Consumer<String> warnings;
    private long said;

    private Rejects(@Nullable Path file, @Nullable OutputStream out, Consumer<String> warnings) {
        this.file = file;
        this.out = out;
        this.warnings = warnings;
    }

    /** @throws ImportRefusedException where the file cannot be written */
    static Rejects open(@Nullable Path file, Consumer<String> warnings) {
        if (file == null) {
            return new Rejects(null, null, warnings);
        }
        try {
            OutputStream out = Files.newOutputStream(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            return new Rejects(file, out, warnings);
        } catch (IOException e) {
            throw ImportRefusedException.of("Cannot write " + file + ": " + Reason.of(e) + ". Name another file.", e);
        }
    }

    /** @throws JournalException where the file cannot be written */
    void add(List<Refusal> refusals) {
        if (out == null) {
            warn(refusals);
            return;
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Refusal refusal : refusals) {
            write(refusal, lines);
        }
        try {
            out.write(lines.toByteArray());
        } catch (IOException e) {
            throw JournalException.cannotWrite(String.valueOf(file), e);
        }
    }

    private static void write(Refusal refusal, ByteArrayOutputStream lines) {
        try (JsonGenerator json = JSON.createGenerator(lines)) {
            json.writeStartObject();
            json.writeNumberField("line", refusal.line());
            json.writeStringField("field", refusal.field());
            json.writeStringField("reason", refusal.reason());
            if (refusal.status() > 0) {
                json.writeNumberField("status", refusal.status());
            }
            json.writeStringField("text", Discretion.withoutToken(refusal.text()));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        lines.write('\n');
    }

    private void warn(List<Refusal> refusals) {
        for (Refusal refusal : refusals) {
            said++;
            if (said <= SHOWN) {
                warnings.accept(refusal.message());
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        } else if (said > SHOWN) {
            warnings.accept((said - SHOWN) + " more lines were refused. --rejects FILE keeps them all.");
            said = 0;
        }
    }
}
