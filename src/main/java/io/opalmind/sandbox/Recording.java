package io.opalmind.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.site.SiteJson;
import io.opalmind.sandbox.site.Sites;
import io.opalmind.sandbox.visits.Hit;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes down each hit that a sandbox keeps, so that {@link Hits} can be filled into another: NDJSON, the sites first, each
 * line out before the hit is answered. What a request says beside its parameters becomes a parameter.
 */
public final class Recording implements Consumer<Hit>, AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final Writer file;

    private Recording(Writer file) {
        this.file = file;
    }

    /**
     * Begins a file.
     *
     * @throws java.nio.file.FileAlreadyExistsException where there is one
     */
    public static Recording begin(Path path, Sites sites) throws IOException {
        Recording recording = open(path, StandardOpenOption.CREATE_NEW);
        recording.write(sites);
        return recording;
    }

    /**
     * Goes on with a file.
     *
     * @param changed sites that the file describes otherwise, or not at all
     * @throws IOException also where it is packed, as lines behind the packed ones would never be read
     */
    public static Recording goOn(Path path, Sites changed) throws IOException {
        boolean lineOpen = isLineOpen(path);
        Recording recording = open(path, StandardOpenOption.APPEND);
        if (lineOpen) {
            recording.file.write('\n');
        }
        recording.write(changed);
        return recording;
    }

    private static boolean isLineOpen(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() > 0 && file.read() == Hits.GZIP_FIRST) {
                throw new IOException("it is packed; unpack it before (gzip -d)");
            }
            file.seek(Math.max(0, file.length() - 1));
            int last = file.read();
            return last >= 0 && last != '\n';
        }
    }

    private static Recording open(Path path, OpenOption how) throws IOException {
        return new Recording(Files.newBufferedWriter(path, StandardOpenOption.WRITE, how));
    }

    @Override
    public synchronized void accept(Hit hit) {
        try {
            write(json(hit));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private void write(Sites sites) throws IOException {
        for (Site site : sites.all()) {
            write(SiteJson.write(site));
        }
    }

    private void write(String line) throws IOException {
        file.write(line);
        file.write('\n');
        file.flush();
    }

    private static String json(Hit hit) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> parameter : hit.complete().entrySet()) {
                json.writeStringField(parameter.getKey(), parameter.getValue());
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
