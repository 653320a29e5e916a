package io.opalmind.sandbox.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sites of a sandbox, by id. */
public record Sites(List<Site> all) {
    /** The site with that id; null where there is none. */
    public @Nullable Site find(int id) {
        for (Site site : all) {
            if (site.id() == id) {
                return site;
            }
        }
        return null;
    }
}
