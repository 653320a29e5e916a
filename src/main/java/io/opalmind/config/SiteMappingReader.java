package io.opalmind.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the site mapping: one JSON object of name and id. */
final class SiteMappingReader {
    private static final String ACCEPTED = "a JSON object of site name and id, as {\"Shop\": 1, \"Blog\": 2}";

    private final Setting setting;
    private final Path file;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, SiteMapping.Site> sites = new LinkedHashMap<>();

    SiteMappingReader(Setting setting, Path file) {
        this.setting = setting;
        this.file = file;
    }

    /**
     * The sites by their folded names, in the file's order.
     *
     * @throws ConfigException with every entry that cannot be used
     */
    Map<String, SiteMapping.Site> read() {
        try (InputStream in = Files.newInputStream(file);
                JsonParser json = new JsonFactory().createParser(in)) {
            readObject(json);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            fault(place == null ? 1 : place.getLineNr(), "not JSON; " + ACCEPTED);
        } catch (IOException e) {
            faults.add(new Fault(
                    setting.name(), setting.origin(), Shown.of(setting), TextFile.reason(file, e) + "; " + ACCEPTED));
        }
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
        return sites;
    }

    private void readObject(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            fault(line(json), "not a JSON object; " + ACCEPTED);
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            int line = line(json);
            json.nextToken();
            readSite(json, name, line);
        }
        if (json.nextToken() != null) {
            fault(line(json), "something follows the object; " + ACCEPTED);
        }
    }

    private void readSite(JsonParser json, String name, int line) throws IOException {
        long id = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? Numbers.whole(json.getText()) : -1;
        json.skipChildren();
        if (id < 1 || id > Integer.MAX_VALUE) {
            fault(line, quoted(name) + " has no site's id; a whole number, 1 or more, without quotes");
            return;
        }
        SiteMapping.Site site = new SiteMapping.Site(name, (int) id, line);
        SiteMapping.Site other = sites.putIfAbsent(SiteMapping.folded(name), site);
        if (other != null) {
            String twice = other.name().equals(name) ? "" : " as " + quoted(other.name());
            fault(
                    line,
                    quoted(name) + " stands in line " + other.line() + " already" + twice
                            + "; each name once, upper and lower case alike");
        }
    }

    private void fault(int line, String explanation) {
        faults.add(new Fault(setting.name(), Shown.text(setting.value()) + ":" + line, null, explanation));
    }

    private static int line(JsonParser json) {
        return json.currentTokenLocation().getLineNr();
    }

    private static String quoted(String name) {
        return '"' + Shown.brief(name) + '"';
    }
}
