package io.opalmind.cli;

import io.opalmind.config.Config;
import io.opalmind.matomo.MatomoClient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the sites that {@code --site} means. */
final class Sites {
    private final Config config;

    Sites(Config config) {
        this.config = config;
    }

    /** Site ids in the order given, each once; asks Matomo for {@code all} alone. */
    List<Long> of(@Nullable String typed, MatomoClient client) {
        if (typed == null) {
            Integer site = config.matomo().defaultSiteId();
            if (site == null) {
                throw new UsageException("Which site? Give --site, or set MATOMO_DEFAULT_SITE_ID.");
            }
            return List.of(site.longValue());
        }
        if (typed.strip().equals("all")) {
            List<Long> all = client.siteIds();
            if (all.isEmpty()) {
                throw new UsageException("--site all: this token may see no site.");
            }
            return all;
        }
        List<Long> ids = new ArrayList<>();
        for (String part : typed.split(",", -1)) {
            Long id = one(part.strip(), typed);
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private Long one(String part, String typed) {
        if (part.isEmpty()) {
            throw new UsageException("--site '" + typed + "' names an empty site.");
        }
        Integer named = config.siteMapping().find(part);
        if (named != null) {
            return named.longValue();
        }
        if (part.length() < 10 && part.chars().allMatch(c -> c >= '0' && c <= '9') && Long.parseLong(part) > 0) {
            return Long.valueOf(part);
        }
        List<String> names = config.siteMapping().names();
        String help = names.isEmpty()
                ? "Names are looked up in the file of SITE_MAPPING_PATH, which is not set; an id works without."
                : Names.didYouMean(part, names);
        throw new UsageException("No site '" + part + "'. " + help);
    }
}
