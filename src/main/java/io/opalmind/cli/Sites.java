package io.opalmind.cli;

import io.opalmind.config.Config;
import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoClient;
import io.opalmind.matomo.MatomoException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sites that {@code --site} means.
 *
 * @param ids in the order given, each once
 * @param several whether one could have been more: then rows say of which site they are, however many there were
 */
record Sites(List<Long> ids, boolean several) {
    static final String ALL = "all";

    private static final int MOST_DIGITS = 9;

    /** Asks Matomo for {@code all} alone. */
    static Sites of(@Nullable String typed, Config config, MatomoClient client) {
        if (typed == null) {
            Integer site = config.matomo().defaultSiteId();
            if (site == null) {
                throw new UsageException("Which site? Give --site, or set MATOMO_DEFAULT_SITE_ID.");
            }
            return new Sites(List.of(site.longValue()), false);
        }
        return typed.strip().equals(ALL) ? all(client) : listed(typed, config);
    }

    private static Sites all(MatomoClient client) {
        List<Long> ids = client.siteIds();
        if (ids.isEmpty()) {
            throw new MatomoException(
                    ErrorKind.ACCESS_DENIED,
                    "--site all: this token may see no site. Check MATOMO_TOKEN and the rights of its user.");
        }
        return new Sites(ids, true);
    }

    private static Sites listed(String typed, Config config) {
        List<Long> ids = new ArrayList<>();
        String[] parts = typed.split(",", -1);
        for (String part : parts) {
            if (part.isBlank()) {
                throw new UsageException("--site '" + typed + "' names an empty site; write 1,2 or all.");
            }
            Long id = id(part.strip(), config);
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        return new Sites(ids, parts.length > 1);
    }

    private static Long id(String part, Config config) {
        Integer named = config.siteMapping().find(part);
        if (named != null) {
            return named.longValue();
        }
        if (isId(part)) {
            return Long.valueOf(part);
        }
        List<String> names = config.siteMapping().names();
        String help = names.isEmpty()
                ? "Names are looked up in the file of SITE_MAPPING_PATH, which is not set; an id works without."
                : Names.didYouMean(part, names);
        throw new UsageException("No site '" + part + "'. " + help);
    }

    private static boolean isId(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (part.charAt(i) < '0' || part.charAt(i) > '9') {
                return false;
            }
        }
        return part.length() <= MOST_DIGITS && Long.parseLong(part) > 0;
    }
}
