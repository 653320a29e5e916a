package io.opalmind.sandbox.visits;

import io.opalmind.sandbox.site.Site;
import io.opalmind.sandbox.site.Sites;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Matomo looks at before it keeps a hit, in its order; the log's own state aside. */
final class HitRules {
    private static final List<String> NEED_TRUST = List.of("cip", "country", "region", "city", "lat", "long");
    private static final int ID_LENGTH = 16;

    private final Sites sites;
    private final KnownDevices devices;

    HitRules(Sites sites, KnownDevices devices) {
        this.sites = sites;
        this.devices = devices;
    }

    /** The site of a hit; null where it names none that is known. */
    @Nullable
    Site site(Hit hit) {
        return sites.find(Numbers.whole(hit.get("idsite"), 0));
    }

    Tracked verdict(Hit hit) {
        Site site = site(hit);
        if (site == null || (needsTrust(hit) && !hit.sender().trusted())) {
            return Tracked.REFUSED;
        }
        boolean bot = !Numbers.isSet(hit.get("bots"))
                && devices.of(Browser.agent(hit)).isBot();
        if (bot || !Numbers.isSet(hit.get("rec"))) {
            return Tracked.IGNORED;
        }
        Tracked visitor = visitor(hit);
        return visitor == Tracked.STORED ? content(hit, site) : visitor;
    }

    private static boolean needsTrust(Hit hit) {
        for (String name : NEED_TRUST) {
            if (hit.get(name) != null) {
                return true;
            }
        }
        return HitTime.isOld(hit);
    }

    private static Tracked visitor(Hit hit) {
        String forced = hit.get("cid");
        if (hit.get("uid") != null) {
            return Tracked.STORED;
        }
        if (forced != null) {
            return forced.length() == ID_LENGTH ? Tracked.STORED : Tracked.REFUSED;
        }
        String id = hit.get("_id");
        return id == null || Visitor.digits(id) != null ? Tracked.STORED : Tracked.IGNORED;
    }

    private static Tracked content(Hit hit, Site site) {
        if ((hit.get("e_c") == null) != (hit.get("e_a") == null)) {
            return Tracked.IGNORED;
        }
        int goal = Numbers.whole(hit.get("idgoal"), -1);
        if (goal > 0 && site.goals().stream().noneMatch(known -> known.id() == goal)) {
            return Tracked.REFUSED;
        }
        boolean custom = Numbers.isSet(hit.get("ca"));
        return custom && ActionReading.named(hit, HitTime.of(hit)) == null ? Tracked.POISONED : Tracked.STORED;
    }
}
