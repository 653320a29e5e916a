package io.opalmind.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.opalmind.sandbox.http.HitObject;
import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.site.SiteJson;
import io.opalmind.sandbox.site.Sites;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Hits of an NDJSON file: a line for each, an object of the Tracking API's parameters. Lines that hold a {@code site} alone
 * describe sites ({@link SiteJson}).
 */
public final class Hits {
    private static final int BUFFER_BYTES = 16_384;
    /** No JSON begins so. */
    static final int GZIP_FIRST = 0x1f;

    private static final int GZIP_SECOND = 0x8b;

    /**
     * A hit of a file.
     *
     * @param number where it stands, from 1
     */
    record Line(int number, Map<String, String> parameters) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Site> described = new ArrayList<>();

    private Hits() {}

    /**
     * Reads hits from plain text or gzip, UTF-8. The stream stays open.
     *
     * @param limit most hits that are taken
     * @throws BadHitsException where the file holds something else, or more
     */
    public static Hits read(InputStream in, int limit) throws IOException {
        JsonFactory factory = new JsonFactory();
        Hits hits = new Hits();
        try (JsonParser json = factory.createParser(plain(in)).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
            hits.readAll(json, limit);
        } catch (StreamConstraintsException fault) {
            // It knows no line.
            throw new BadHitsException(hits.lines.size() + 1, "a text of this length, or JSON this deep, does not fit");
        } catch (JsonProcessingException fault) {
            throw new BadHitsException(fault.getLocation().getLineNr(), "this is no JSON in UTF-8");
        } catch (ZipException | EOFException fault) {
            throw new BadHitsException(hits.lines.size() + 1, "the gzip is damaged");
        }
        return hits;
    }

    private void readAll(JsonParser json, int limit) throws IOException {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            int number = json.currentTokenLocation().getLineNr();
            if (token != JsonToken.START_OBJECT) {
                throw new BadHitsException(number, "a hit is an object such as {\"idsite\": 1, \"url\": \"…\"}");
            }
            if (lines.size() == limit) {
                throw new BadHitsException(
                        number,
                        "more than " + limit + " hits do not fit",
                        "Take a part of the file, such as its first lines: head -n " + limit + ".");
            }
            add(number, HitObject.read(json));
        }
    }

    private void add(int number, Map<String, String> members) throws BadHitsException {
        String site = members.get("site");
        if (site == null || members.size() > 1) {
            lines.add(new Line(number, members));
            return;
        }
        try {
            described.add(SiteJson.read(site));
        } catch (IllegalArgumentException e) {
            throw new BadHitsException(number, String.valueOf(e.getMessage()));
        }
    }

    private static InputStream plain(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER_BYTES);
        buffered.mark(2);
        boolean zipped = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
        buffered.reset();
        return zipped ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered;
    }

    /** How many. */
    public int size() {
        return lines.size();
    }

    /**
     * The sites for these hits: those that the file describes, the last description of each; and what is made up for hits of
     * others.
     *
     * @param known where the file describes none
     * @param changed take the place of those with their ids, and are added where there are none
     */
    public Sites sites(Sites known, Sites changed) {
        Sites sites = described.isEmpty() ? known : new Sites(List.of()).with(described);
        sites = sites.with(changed.all());
        return sites.with(SitesOfHits.madeUp(this, sites));
    }

    List<Line> lines() {
        return lines;
    }
}
