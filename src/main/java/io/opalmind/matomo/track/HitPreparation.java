package io.opalmind.matomo.track;

import io.opalmind.store.KeptHit;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of a checked hit what is sent: what the SDK puts on, in the SDK's order, a key, and a page view id. */
public final class HitPreparation {
    /** The SDK's order; what it does not know comes behind. */
    private static final String[] ORDER = {
        "idsite",
        "rec",
        "apiv",
        "send_image",
        "url",
        "_id",
        "uid",
        "cdt",
        "urlref",
        "ua",
        "lang",
        "cvar",
        "action_name",
        "pv_id",
        "e_c",
        "e_a",
        "e_n",
        "e_v",
        "idgoal",
        "revenue"
    };

    private static final String[] DEGREES = {"lat", "long"};
    private static final int PAGE_VIEW_ID = 6;
    private static final int SDK_PAGE_VIEW_ID = 16;
    private static final int KEY_BYTES = 16;

    private final String matomo;
    private final SecureRandom random = new SecureRandom();

    /** @param matomo tells one Matomo from another; part of every fingerprint */
    public HitPreparation(String matomo) {
        this.matomo = matomo;
    }

    /**
     * Completes a hit that {@link HitChecks} let pass.
     *
     * @param kind what it is meant to be, for the defaults of that kind; null where it is to go as it is
     * @param key its idempotency key, or null for one of its own
     * @param now when it happened, where it does not say so
     * @throws IllegalArgumentException where it has no site
     */
    public PreparedHit prepare(@Nullable HitKind kind, Hit given, @Nullable String key, Instant now) {
        Map<String, String> parameters = normalised(given);
        String fingerprint = HitDigest.fingerprint(matomo, parameters);
        String ownKey = key == null ? newKey() : key;
        String cut = given.get("pv_id");
        complete(kind, parameters, ownKey);
        if (parameters.remove("cdo") != null) {
            // A hit that is queued gets a cdt, from which Matomo would take the offset once more.
            parameters.put("cdt", "" + happened(given, now).getEpochSecond());
        }
        Hit hit = Hit.of(ordered(parameters));
        KeptHit kept = new KeptHit(
                ownKey,
                fingerprint,
                hit.visitor(),
                hit.query(),
                happened(given, now).toEpochMilli(),
                false,
                0,
                null);
        return new PreparedHit(kept, hit, cut != null && isSdkPageViewId(cut) ? cut : null);
    }

    /**
     * As {@link #prepare}, for a hit of which no record is to be kept, as millions of an import: without fingerprint, and
     * in the order that was given.
     *
     * @param key of which its page view id is made, where it has none
     */
    public KeptHit prepareWithoutRecord(@Nullable HitKind kind, Hit given, String key, Instant now) {
        Map<String, String> parameters = normalised(given);
        complete(kind, parameters, key);
        Instant happened = happened(given, now);
        if (parameters.remove("cdo") != null) {
            parameters.put("cdt", "" + happened.getEpochSecond());
        }
        Hit hit = Hit.over(parameters);
        return new KeptHit(key, "", hit.visitor(), hit.query(), happened.toEpochMilli(), false, 0, null);
    }

    private static Map<String, String> normalised(Hit given) {
        if (given.get("idsite") == null) {
            throw new IllegalArgumentException("a hit without site");
        }
        Map<String, String> parameters = new LinkedHashMap<>(given.parameters());
        normalise(parameters);
        return parameters;
    }

    /** When it happened: its {@code cdt}, less its {@code cdo}; now where it has neither, or one that cannot be read. */
    static Instant happened(Hit hit, Instant now) {
        String cdt = hit.get("cdt");
        String cdo = hit.get("cdo");
        Instant given = cdt == null ? null : HitTime.parse(cdt);
        Instant time = given == null ? now : given;
        return cdo == null || !ParameterChecks.isOffset(cdo) ? time : time.minusSeconds(Math.abs(Long.parseLong(cdo)));
    }

    /** One way of writing for what is the same to Matomo, so that it has one fingerprint. */
    private static void normalise(Map<String, String> parameters) {
        String cdt = parameters.get("cdt");
        Instant time = cdt == null ? null : HitTime.parse(cdt);
        if (time != null) {
            parameters.put("cdt", "" + time.getEpochSecond());
        }
        String country = parameters.get("country");
        if (country != null) {
            // Matomo makes small letters of what it looks up, not of what it is told (Country of UserCountry).
            parameters.put("country", country.toLowerCase(Locale.ROOT));
        }
        for (String degrees : DEGREES) {
            // On the equator: a plain 0 is empty() for PHP, and would be dropped.
            parameters.replace(degrees, "0", "0.0");
        }
        String pvId = parameters.get("pv_id");
        if (pvId != null && isSdkPageViewId(pvId)) {
            parameters.put("pv_id", pvId.substring(0, PAGE_VIEW_ID));
        }
    }

    private static void complete(@Nullable HitKind kind, Map<String, String> parameters, String key) {
        parameters.put("rec", "1");
        parameters.put("apiv", "1");
        parameters.put("send_image", "0");
        String url = parameters.get("url");
        if (kind == HitKind.PAGEVIEW && url != null) {
            parameters.putIfAbsent("action_name", url);
        }
        String pvId = parameters.get("pv_id");
        if ((pvId == null || pvId.isEmpty()) && HitKind.isNone(parameters.get("ping"))) {
            parameters.put("pv_id", pageViewId(key));
        }
    }

    private static Map<String, String> ordered(Map<String, String> parameters) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String name : ORDER) {
            String value = parameters.get(name);
            if (value != null) {
                ordered.put(name, value);
            }
        }
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            ordered.putIfAbsent(parameter.getKey(), parameter.getValue());
        }
        return ordered;
    }

    /** 32 hexadecimal digits, as the SDK's. */
    private String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HitDigest.hex(bytes, KEY_BYTES);
    }

    /** Whether it is a page view id as the SDK makes them, of which Matomo stores the first six characters. */
    /** The one that is made of a key, so that a retry has the same. */
    static String pageViewId(String key) {
        return HitDigest.alphanumeric(key, PAGE_VIEW_ID);
    }

    static boolean isSdkPageViewId(String pvId) {
        return IpAddresses.isHex(pvId, SDK_PAGE_VIEW_ID, SDK_PAGE_VIEW_ID);
    }
}
