package io.opalmind.sandbox.visits;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit: the actions of one visitor with less than 30 minutes between them, within one day of the site. A snapshot; later hits
 * make a new one.
 *
 * @param number unique in a sandbox, rising: Matomo's {@code idVisit}
 * @param visitorId 16 hexadecimal digits
 * @param count which visit of this visitor it is, from 1
 * @param returning whether Matomo counts the visitor as returning
 * @param deviceType Matomo's label: {@code Desktop}, {@code Smartphone}, {@code Tablet}… or {@code Unknown}
 * @param ip an IPv4 address with its last two bytes hidden, as Matomo keeps it: {@code 5.31.0.0}
 * @param language as sent, lower case, such as {@code sv-se}
 * @param actions in the order of their arrival, which is that of their times unless hits came late
 * @param conversions in the order of their arrival
 * @param interactions what Matomo counts as {@code nb_actions} of the visit
 * @param length seconds that Matomo counts as {@code visit_total_time}
 */
public record Visit(
        int site,
        long number,
        String visitorId,
        @Nullable String userId,
        int count,
        boolean returning,
        Instant firstAction,
        Instant lastAction,
        Referrer referrer,
        String deviceType,
        String userAgent,
        String ip,
        String language,
        String resolution,
        List<Action> actions,
        List<Conversion> conversions,
        int interactions,
        int length) {
    /** Whether a goal was reached or an order placed; a cart alone does not count. */
    public boolean isConverted() {
        return conversions.stream().anyMatch(conversion -> conversion.goal() != Conversion.ABANDONED_CART);
    }
}
