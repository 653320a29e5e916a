package io.opalmind.testing.matomo;

import java.util.List;

/** Who asks, after the token was looked at. */
enum Asker {
    /** The super user; the token marked 'secure' is his as well. */
    ADMIN(List.of("1", "2")),
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

    boolean mayView(String site) {
        return sites.contains(site);
    }
}
