package io.opalmind.testing.matomo;

import java.util.List;

/** Who asks, after the token was looked at. */
enum Asker {
    /** The super user; the token marked 'secure' is his as well. */
    ADMIN(List.of("1", "2")),
    /** Write access to site 1 only. */
    WRITER(List.of("1")),
    /** View access to site 1 only. */
    VIEWER(List.of("1")),
    /** No token was sent. */
    NOBODY(List.of());

    private final List<String> sites;

    Asker(List<String> sites) {
        this.sites = sites;
    }

    /** The sites that this one may at least view. */
    List<String> sites() {
        return sites;
    }

    /** Whether this one may send hits about the past and other addresses to the site. */
    boolean mayWrite(String site) {
        return (this == ADMIN || this == WRITER) && sites.contains(site);
    }

    boolean mayView(String site) {
        return sites.contains(site);
    }
}
