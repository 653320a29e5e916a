package io.opalmind.sandbox.visits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which action a hit is, if any. Where it names several, Matomo takes the first of the order here. */
final class ActionReading {
    private ActionReading() {}

    /** The action; null for conversions and pings, which are none. */
    static @Nullable Action read(Hit hit, Instant at) {
        if (Numbers.whole(hit.get("idgoal"), -1) >= 0 || Numbers.isSet(hit.get("ping"))) {
            return null;
        }
        Action named = named(hit, at);
        return named == null ? page(hit, at) : named;
    }

    /** An action that is no page view; null where the hit names none. */
    static @Nullable Action named(Hit hit, Instant at) {
        for (ActionKind kind : new ActionKind[] {ActionKind.DOWNLOAD, ActionKind.OUTLINK}) {
            String target = hit.get(kind == ActionKind.DOWNLOAD ? "download" : "link");
            if (target != null) {
                return action(kind, hit, at, target(target), null, null);
            }
        }
        Action.Event event = event(hit);
        if (event != null) {
            return action(ActionKind.EVENT, hit, at, PageUrl.clean(hit.get("url")), event, null);
        }
        if (hit.get("c_n") != null) {
            return action(ActionKind.CONTENT, hit, at, PageUrl.clean(hit.get("url")), null, null);
        }
        SiteSearch search = SiteSearch.find(hit);
        return search == null ? null : action(ActionKind.SITE_SEARCH, hit, at, search.url(), null, search.search());
    }

    private static Action page(Hit hit, Instant at) {
        return action(ActionKind.PAGEVIEW, hit, at, PageUrl.clean(hit.get("url")), null, null);
    }

    private static Action action(
            ActionKind kind,
            Hit hit,
            Instant at,
            String url,
            Action.@Nullable Event event,
            Action.@Nullable Search search) {
        String title = kind == ActionKind.PAGEVIEW ? Texts.lineOrNull(hit.get("action_name")) : null;
        return new Action(kind, at, url, title, Texts.lineOrNull(hit.get("pv_id")), event, search, 0, isTimed(hit));
    }

    private static boolean isTimed(Hit hit) {
        for (String name : hit.parameters().keySet()) {
            if (name.startsWith("pf_")) {
                return true;
            }
        }
        return false;
    }

    private static String target(String url) {
        return WebAddress.parse(Texts.line(url)) == null ? "" : Texts.line(url);
    }

    private static Action.@Nullable Event event(Hit hit) {
        String category = Texts.lineOrNull(hit.get("e_c"));
        String action = Texts.lineOrNull(hit.get("e_a"));
        return category == null || action == null
                ? null
                : new Action.Event(category, action, Texts.lineOrNull(hit.get("e_n")), Numbers.decimal(hit.get("e_v")));
    }
}
