package io.opalmind.matomo.track;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Each parameter on its own: what Matomo would take for nothing, or for something else, without a word. The rules are
 * those of its tracker, version 5: Request::getParam says which are numbers, and the classes named below say the rest.
 */
final class ParameterChecks {
    /** A clock may be that much ahead; what is later Matomo stores at the present time (Request::isTimestampValid). */
    static final Duration AHEAD = Duration.ofSeconds(10);

    /** What is older Matomo stores at the present time too. */
    private static final Duration OLDEST = Duration.ofDays(20 * 365);

    /** Of an unsigned MEDIUMINT; PagePerformance's Base drops what is greater. */
    private static final int MOST_MILLISECONDS = 16_777_215;

    /** DevicesDetection and Resolution cut what is longer. */
    private static final int RESOLUTION_LENGTH = 9;

    private static final int VISITOR_ID = 16;
    private static final int PAGE_VIEW_ID = 6;
    private static final int MOST_DIMENSIONS = 999;
    private static final String DIMENSION = "dimension";

    private final Instant now;

    ParameterChecks(Instant now) {
        this.now = now;
    }

    /** Why that value will not do, or null; it is not empty, as an empty one is none for Matomo. */
    @Nullable
    String fault(String name, String value) {
        return switch (name) {
            case "idsite" -> HitNumbers.whole(value) > 0 ? null : "the id of a site, 1 or more";
            case "rec" -> HitNumbers.whole(value) > 0 ? null : "1, or Matomo ignores the hit";
            case "_id", "cid" -> IpAddresses.isHex(value, VISITOR_ID, VISITOR_ID) ? null : "16 hexadecimal digits";
            case "pv_id" -> isPageViewId(value) ? null : "six characters of 0-9, A-Z and a-z, as Matomo stores it";
            case "cip" -> IpAddresses.isAddress(value) ? null : "an IPv4 or IPv6 address";
            case "cdt" -> time(value);
            case "url", "download", "link" -> isUrl(value) ? null : "an absolute URL, as in https://example.com/page";
            case "idgoal" -> HitNumbers.whole(value) >= 0 ? null : "the id of a goal, 1 or more";
            case "ec_id", "search", "c_n", "e_c", "e_a" -> text(value, name);
            case "e_v", "revenue", "ec_st", "ec_tx", "ec_sh", "ec_dt", "_pkp" -> HitNumbers.fault(value);
            case "ec_items" -> EcommerceItems.fault(value);
            case "cvar", "_cvar" -> CustomVariables.fault(value);
            default -> rare(name, value);
        };
    }

    private static @Nullable String rare(String name, String value) {
        return switch (name) {
            case "lat" -> within(value, 90);
            case "long" -> within(value, 180);
            case "country" -> isCountry(value) ? null : "a country code of two letters, as in de";
            case "res" -> isResolution(value) ? null : "WIDTHxHEIGHT, as in 1920x1080";
            case "cdo" -> isOffset(value) ? null : "seconds, a whole number";
            case "search_count" -> whole(value, Integer.MAX_VALUE);
            case "bots", "ca", "new_visit", "ping" -> HitNumbers.whole(value) >= 0 ? null : "0 or 1";
            case "h" -> whole(value, 23);
            case "m", "s" -> whole(value, 59);
            case "pf_net", "pf_srv", "pf_tfr", "pf_dm1", "pf_dm2", "pf_onl" -> whole(value, MOST_MILLISECONDS);
            default -> isBadDimension(name) ? "custom dimensions are dimension1 to dimension999" : null;
        };
    }

    private @Nullable String time(String value) {
        Instant time = HitTime.parse(value);
        if (time == null) {
            return "seconds or milliseconds since 1970, or ISO 8601 as in 2026-11-24T18:30:00Z";
        }
        if (time.isAfter(now.plus(AHEAD))) {
            return "in the future; Matomo would store it at the present time";
        }
        return time.isAfter(now.minus(OLDEST))
                ? null
                : "more than 20 years ago; Matomo would store it at the present time";
    }

    /** A blank is none after Matomo's trim(), and 0 is none for PHP's empty(). */
    private static @Nullable String text(String value, String name) {
        if (value.isBlank()) {
            return "blank";
        }
        return value.equals("0") && !name.startsWith("e_") ? "Matomo takes 0 for nothing here" : null;
    }

    /** UrlHelper::isLookLikeUrl, after PageUrl::cleanupString; what is none Matomo leaves out. */
    private static boolean isUrl(String value) {
        String url = value.strip();
        int slashes = url.indexOf("//");
        String scheme = slashes <= 0 ? "" : url.substring(0, slashes);
        return slashes >= 0
                && url.length() > slashes + 2
                && (scheme.isEmpty() || isScheme(scheme))
                && !scheme.equalsIgnoreCase("javascript:")
                && !scheme.equalsIgnoreCase("vbscript:")
                && !scheme.equalsIgnoreCase("data:");
    }

    private static boolean isScheme(String text) {
        int end = text.length() - 1;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean later = (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
            if (!letter && (i == 0 || !later)) {
                return false;
            }
        }
        return text.charAt(end) == ':';
    }

    /** Matomo stores six characters (Columns\IdPageview); the SDK makes 16 hexadecimal digits, which are cut. */
    private static boolean isPageViewId(String value) {
        return isAlphanumeric(value, PAGE_VIEW_ID) || HitPreparation.isSdkPageViewId(value);
    }

    static boolean isAlphanumeric(String value, int length) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) {
                return false;
            }
        }
        return value.length() == length;
    }

    private static @Nullable String within(String value, int most) {
        String fault = HitNumbers.fault(value);
        if (fault == null && Math.abs(Double.parseDouble(value)) <= most) {
            return null;
        }
        return "degrees, -" + most + " to " + most + ", with a dot for decimals";
    }

    private static @Nullable String whole(String value, int most) {
        int number = HitNumbers.whole(value);
        if (number >= 0 && number <= most) {
            return null;
        }
        return most == Integer.MAX_VALUE ? "a whole number, 0 or more" : "a whole number, 0 to " + most;
    }

    /** Two characters: GeoIP has codes such as a1, too. */
    private static boolean isCountry(String value) {
        return isAlphanumeric(value, 2) && Character.isLetter(value.charAt(0));
    }

    private static boolean isResolution(String value) {
        int x = value.indexOf('x');
        return value.equals("unknown")
                || (x > 0
                        && value.length() <= RESOLUTION_LENGTH
                        && HitNumbers.whole(value.substring(0, x)) >= 0
                        && HitNumbers.whole(value.substring(x + 1)) >= 0);
    }

    /** Matomo takes its amount, so the sign does not matter. */
    static boolean isOffset(String value) {
        return HitNumbers.whole(value.startsWith("-") ? value.substring(1) : value) >= 0;
    }

    private static boolean isBadDimension(String name) {
        if (!name.startsWith(DIMENSION)) {
            return false;
        }
        String index = name.substring(DIMENSION.length());
        int number = HitNumbers.whole(index);
        return number == 0 || number > MOST_DIMENSIONS || (number > 0 && index.charAt(0) == '0');
    }
}
