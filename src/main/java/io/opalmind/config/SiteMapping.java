package io.opalmind.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names for sites, from the file of {@code SITE_MAPPING_PATH}. Read at the first question: most commands name none. */
public final class SiteMapping {
    private final @Nullable Setting setting;
    private final @Nullable Path file;
    private @Nullable Map<String, Site> sites;

    /** A site as the file names it, and the line where it does. */
    record Site(String name, int id, int line) {}

    SiteMapping(@Nullable Setting setting, @Nullable Path file) {
        this.setting = setting;
        this.file = file;
    }

    /**
     * The id of the site of that name, upper and lower case alike; null where there is none, also where no mapping is
     * configured.
     *
     * @throws ConfigException where the file is missing, no JSON object of names and ids, or names one twice
     */
    public @Nullable Integer find(String name) {
        Site site = sites().get(folded(name));
        return site == null ? null : site.id();
    }

    /**
     * All names, as written and in the file's order; empty where no mapping is configured.
     *
     * @throws ConfigException as {@link #find}
     */
    public List<String> names() {
        Map<String, Site> all = sites();
        String[] names = new String[all.size()];
        int i = 0;
        for (Site site : all.values()) {
            names[i++] = site.name();
        }
        return List.of(names);
    }

    /** Whether {@code SITE_MAPPING_PATH} is set. */
    public boolean isConfigured() {
        return file != null;
    }

    private Map<String, Site> sites() {
        Map<String, Site> known = sites;
        if (known == null) {
            known = setting == null || file == null ? Map.of() : new SiteMappingReader(setting, file).read();
            sites = known;
        }
        return known;
    }

    /** Up and down, so that letters with several forms (ß and SS, σ and ς) meet. */
    static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
