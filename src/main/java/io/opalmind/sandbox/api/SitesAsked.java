package io.opalmind.sandbox.api;

import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.site.Sites;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The sites that a request asks for.
 *
 * @param several whether the answer is keyed by site: {@code 1,2} or {@code all}
 */
record SitesAsked(List<Site> sites, boolean several) {
    /** Those of {@code idSite}: a number, numbers with commas, or {@code all}. */
    static SitesAsked of(Parameters asked, Sites known, Access access) {
        String text = asked.require("idSite");
        if (text.equals("all")) {
            if (access != Access.ADMIN) {
                throw Errors.noAccessAnywhere();
            }
            return new SitesAsked(known.all(), true);
        }
        List<Site> found = new ArrayList<>();
        for (String id : text.split(",", -1)) {
            Site site = find(id.strip(), known, access);
            if (!found.contains(site)) {
                found.add(site);
            }
        }
        return new SitesAsked(found, found.size() > 1);
    }

    private static Site find(String id, Sites known, Access access) {
        Site site = known.find(number(id));
        if (access != Access.ADMIN) {
            throw Errors.noAccess(number(id));
        }
        if (site == null) {
            throw Errors.siteUnknown(id);
        }
        return site;
    }

    private static int number(String id) {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    /** Where {@code today} begins: for several sites Matomo takes UTC. */
    ZoneId zone() {
        return sites.size() == 1 ? sites.get(0).zone() : ZoneOffset.UTC;
    }
}
