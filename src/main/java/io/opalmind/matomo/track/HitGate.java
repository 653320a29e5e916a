package io.opalmind.matomo.track;

import org.jspecify.annotations.Nullable;

/** What is known of a hit by asking Matomo before it is sent: whether the token may do it, and whether its goal exists. */
public interface HitGate {
    /**
     * Asks what has to be asked, once for all hits, and remembers it.
     *
     * @return null where the hit may be sent
     * @throws io.opalmind.matomo.MatomoException where Matomo has to be asked and does not answer
     */
    @Nullable
    HitFault check(Hit hit);

    /** Whether the token has to go with that hit, and may. */
    boolean needsToken(Hit hit);

    /** Whether the token has write access to a site, so that with it Matomo says more of bulk requests. */
    boolean mayWrite(long site);
}
