package io.opalmind.sandbox.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The sites of a sandbox, by id. */
public record Sites(List<Site> all) {
    public Sites {
        all = List.copyOf(all);
    }

    /** The site with that id; null where there is none. */
    public @Nullable Site find(int id) {
        for (Site site : all) {
            if (site.id() == id) {
                return site;
            }
        }
        return null;
    }

    /** A JSON object of names and ids, as the file of {@code SITE_MAPPING_PATH}; of two with one name the first. */
    public String idsByName() {
        StringWriter text = new StringWriter();
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        // No node: to be printed, one needs an object mapper, and that takes its time to make.
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            for (Site site : all) {
                if (names.add(site.name())) {
                    json.writeNumberField(site.name(), site.id());
                }
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** The same with this site, in the place of one with its id. */
    public Sites with(Site site) {
        List<Site> sites = new ArrayList<>(all);
        sites.removeIf(other -> other.id() == site.id());
        sites.add(site);
        sites.sort(Comparator.comparingInt(Site::id));
        return new Sites(sites);
    }

    /** The same with these, one after the other. */
    public Sites with(List<Site> others) {
        Sites sites = this;
        for (Site site : others) {
            sites = sites.with(site);
        }
        return sites;
    }
}
