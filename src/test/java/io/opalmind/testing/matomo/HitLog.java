package io.opalmind.testing.matomo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hits that were stored, and the visits that they make up. Guarded by its own lock. */
final class HitLog {
    private final List<StoredHit> hits = new ArrayList<>();
    private final List<Visit> visits = new ArrayList<>();
    private final Map<String, List<Visit>> byVisitor = new HashMap<>();
    private final Set<String> orders = new HashSet<>();

    synchronized void store(Map<String, String> hit, @Nullable String token, boolean bulk, Instant now) {
        Map<String, String> kept = new LinkedHashMap<>(hit);
        kept.remove("token_auth");
        kept.remove("send_image");
        StoredHit stored = new StoredHit(QueryString.write(kept), token, bulk, hits.size(), HitTime.of(hit, now));
        hits.add(stored);
        String order = HitCheck.order(hit);
        if (!order.isEmpty()) {
            orders.add(order);
        }
        visit(hit, stored).add(stored);
    }

    private Visit visit(Map<String, String> hit, StoredHit stored) {
        String site = hit.getOrDefault("idsite", "");
        String visitor = Visit.visitor(hit);
        List<Visit> own = byVisitor.computeIfAbsent(site + "/" + visitor, key -> new ArrayList<>(1));
        for (int i = own.size() - 1; i >= 0 && !"1".equals(hit.get("new_visit")); i--) {
            if (own.get(i).covers(stored.at())) {
                return own.get(i);
            }
        }
        Visit fresh = new Visit(visits.size() + 1, site, visitor, stored.at());
        visits.add(fresh);
        own.add(fresh);
        return fresh;
    }

    synchronized List<StoredHit> hits() {
        return List.copyOf(hits);
    }

    synchronized int countOf(String name, String value) {
        int count = 0;
        for (StoredHit hit : hits) {
            if (hit.query().contains(name) && value.equals(hit.get(name))) {
                count++;
            }
        }
        return count;
    }

    synchronized boolean isEmpty() {
        return hits.isEmpty();
    }

    /** All visits, or those of one visitor of a site. */
    synchronized List<Visit> visits(String site, @Nullable String visitor) {
        return visitor == null
                ? visits.stream().filter(visit -> visit.site().equals(site)).toList()
                : List.copyOf(byVisitor.getOrDefault(site + "/" + visitor, List.of()));
    }

    synchronized Set<String> orders() {
        return orders;
    }

    synchronized void forget() {
        hits.clear();
        visits.clear();
        byVisitor.clear();
        orders.clear();
    }
}
