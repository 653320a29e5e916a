package io.opalmind.matomo.track;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Matomo would drop without a word, or refuse without a reason, and what can be known without asking it. The rules are
 * those of its tracker (matomo-org/matomo, core/Tracker and the plugins' request processors, version 5) and of its Tracking
 * HTTP API reference. What they let pass is let pass.
 */
public final class HitChecks {
    /** Bytes of a hit as a query string: far more than Matomo stores, and less than web servers refuse. */
    public static final int MOST_BYTES = 65_536;

    /** Older hits need a token (tracking_requests_require_authentication_when_custom_timestamp_newer_than). */
    private static final Duration TOKEN_FROM = Duration.ofDays(1);

    /** Clocks differ, and a hit takes a while to arrive. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** Parameters that need a token wherever they are not empty (Request::getIpString, UserCountry's Columns\Base). */
    private static final String[] FOR_TOKENS = {"cip", "country", "region", "city", "lat", "long"};

    /** Each with the parameter without which Matomo does not look at it. */
    private static final String[][] DEPENDENT = {
        {"e_n", "e_c"}, {"e_v", "e_c"}, {"search_cat", "search"}, {"search_count", "search"},
        {"c_p", "c_n"}, {"c_t", "c_n"}, {"c_i", "c_n"}, {"revenue", "idgoal"},
        {"ec_id", "idgoal"}, {"ec_items", "idgoal"}, {"ec_st", "ec_id"}, {"ec_tx", "ec_id"},
        {"ec_sh", "ec_id"}, {"ec_dt", "ec_id"}
    };

    private final Hit hit;
    private final List<HitFault> faults = new ArrayList<>();

    private HitChecks(Hit hit) {
        this.hit = hit;
    }

    /** All that is wrong with a hit in Matomo's names; empty where nothing is. */
    public static List<HitFault> of(Hit hit, Instant now) {
        return of(null, hit, now);
    }

    /**
     * All that is wrong with a hit; empty where nothing is. {@code rec} may be missing: {@link HitPreparation} puts it on.
     *
     * @param kind what it is meant to be, or null where its parameters alone say so
     * @param now by the clock; a time up to ten seconds later is no fault
     */
    public static List<HitFault> of(@Nullable HitKind kind, Hit hit, Instant now) {
        HitChecks checks = new HitChecks(hit);
        checks.values(new ParameterChecks(now));
        if (kind != null) {
            checks.required(kind);
        }
        checks.missing("idsite", "is missing");
        checks.action();
        checks.goal();
        checks.dependent();
        if (checks.faults.isEmpty() && checks.mayBeTooLong() && hit.query().length() > MOST_BYTES) {
            checks.add("hit", null, "is longer than " + MOST_BYTES + " bytes");
        }
        return checks.faults;
    }

    /** Whether it is worth writing it out to count: a character takes nine bytes at the most. */
    private boolean mayBeTooLong() {
        int length = 0;
        for (Map.Entry<String, String> parameter : hit.parameters().entrySet()) {
            length += parameter.getKey().length() + parameter.getValue().length() + 2;
        }
        return 9L * length > MOST_BYTES;
    }

    /** Which parameter needs a token that may write to the site, or null where none does. */
    public static @Nullable String needsToken(Hit hit, Instant now) {
        for (String name : FOR_TOKENS) {
            if (!HitKind.isNone(hit.get(name))) {
                return name;
            }
        }
        Instant happened = HitPreparation.happened(hit, now);
        if (happened.isAfter(now.minus(TOKEN_FROM).plus(MARGIN))) {
            return null;
        }
        return hit.has("cdt") ? "cdt" : "cdo";
    }

    private void values(ParameterChecks checks) {
        for (Map.Entry<String, String> parameter : hit.parameters().entrySet()) {
            String name = parameter.getKey();
            String value = parameter.getValue();
            if (name.startsWith("token_auth")) {
                add(name, null, "is no part of a hit; the token comes from MATOMO_TOKEN or --token-file");
            } else if (!isText(name) || !isText(value)) {
                add(name, null, "holds a NUL or half a character");
            } else if (!value.isEmpty()) {
                String fault = checks.fault(name, value);
                if (fault != null) {
                    add(name, value, fault);
                }
            }
        }
    }

    private void required(HitKind kind) {
        for (String name : kind.required()) {
            missing(name, "is missing");
        }
        if (kind == HitKind.GOAL && "0".equals(hit.get("idgoal"))) {
            add("idgoal", "0", "the id of a goal, 1 or more; 0 is Matomo's mark of orders and carts");
        }
    }

    /** ActionEvent::shouldHandle needs both; with one of them the hit is dropped. */
    private void action() {
        if (isGiven("e_c") != isGiven("e_a")) {
            missing(isGiven("e_c") ? "e_a" : "e_c", "is missing; Matomo drops an event without it");
        }
        if (isGiven("ping") || !isGiven("idgoal")) {
            return;
        }
        String subject = HitKind.subject(hit);
        if (!HitKind.isNone(hit.get("ca"))) {
            add("ca", hit.get("ca"), "does not go with idgoal; Matomo refuses the hit, and a whole bulk with it");
        } else if (subject != null) {
            add(subject, hit.get(subject), "does not go with idgoal; Matomo would count the goal alone");
        }
    }

    /** Ecommerce is idgoal=0 (EcommerceRequestProcessor), with an ec_id an order, else a cart; both are nothing without revenue. */
    private void goal() {
        if (!"0".equals(hit.get("idgoal"))) {
            for (String name : new String[] {"ec_id", "ec_items"}) {
                if (isGiven(name) && isGiven("idgoal")) {
                    add(name, hit.get(name), "belongs to an order or a cart, which is idgoal=0");
                }
            }
            return;
        }
        missing("revenue", "is missing; orders and carts need it");
    }

    private void dependent() {
        for (String[] pair : DEPENDENT) {
            if (isGiven(pair[0]) && !isGiven(pair[1]) && !isAccused(pair[1])) {
                add(pair[0], hit.get(pair[0]), "nothing to Matomo without " + pair[1]);
            }
        }
    }

    private void missing(String name, String reason) {
        if (!isGiven(name) && !isAccused(name)) {
            add(name, null, reason);
        }
    }

    private boolean isAccused(String name) {
        for (HitFault fault : faults) {
            if (fault.field().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isGiven(String name) {
        String value = hit.get(name);
        return value != null && !value.isEmpty();
    }

    private void add(String name, @Nullable String value, String reason) {
        faults.add(new HitFault(name, value, reason));
    }

    private static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
