package io.opalmind.matomo.report;

/** Tells what is known of a site, asking Matomo at most once. */
@FunctionalInterface
public interface SiteSource {
    SiteInfo get();
}
