package io.opalmind.sandbox.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** The same with this site, in the place of one with its id. */
    public Sites with(Site site) {
        List<Site> sites = new ArrayList<>(all);
        sites.removeIf(other -> other.id() == site.id());
        sites.add(site);
        sites.sort(Comparator.comparingInt(Site::id));
        return new Sites(sites);
    }
}
