package io.opalmind.sandbox.visits;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Kinds of devices by user agent: a few rules in place of Matomo's catalogue of tens of thousands, which hold for today's
 * browsers and not for rare devices.
 */
public final class Devices {
    /** Matomo's labels of all types, in its order; those that a rule here finds are fewer. */
    public static final List<String> TYPES = List.of(
            "Desktop",
            "Smartphone",
            "Tablet",
            "Feature phone",
            "Console",
            "Tv",
            "Car browser",
            "Smart display",
            "Camera",
            "Portable media player",
            "Phablet",
            "Smart speaker",
            "Wearable",
            "Peripheral");

    private static final Pattern BOT = Pattern.compile(
            "(?<!cu)bot\\b|bots\\b|crawl|spider|slurp|facebookexternalhit|bingpreview|pingdom|uptime|mediapartners",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TV =
            Pattern.compile("smart-?tv|googletv|android ?tv|appletv|apple tv|bravia|crkey|hbbtv|netcast|web0s|roku");

    private static final Pattern CONSOLE = Pattern.compile("playstation|nintendo|xbox");
    private static final Pattern TABLET = Pattern.compile("ipad|tablet(?! pc)|kindle|silk/");
    private static final Pattern PHONE =
            Pattern.compile("iphone|windows phone|blackberry|bb10|\\bmobile\\b.*firefox|android.*\\bmobile\\b");
    private static final Pattern DESKTOP =
            Pattern.compile("windows nt|macintosh|x11|cros |linux (x86_64|i686|aarch64)");

    private Devices() {}

    static boolean isBot(String userAgent) {
        return BOT.matcher(userAgent).find();
    }

    /**
     * Matomo's label: {@code Desktop}, {@code Smartphone}, {@code Tablet}, {@code Tv}, {@code Console},
     * {@code Portable media player} or {@code Unknown}.
     */
    static String type(String userAgent) {
        String agent = userAgent.toLowerCase(Locale.ROOT);
        if (TV.matcher(agent).find()) {
            return "Tv";
        }
        if (CONSOLE.matcher(agent).find()) {
            return "Console";
        }
        if (agent.contains("ipod")) {
            return "Portable media player";
        }
        if (TABLET.matcher(agent).find()) {
            return "Tablet";
        }
        return handheldOrDesktop(agent);
    }

    private static String handheldOrDesktop(String agent) {
        if (PHONE.matcher(agent).find()) {
            return "Smartphone";
        }
        if (agent.contains("android")) {
            return "Tablet";
        }
        return DESKTOP.matcher(agent).find() ? "Desktop" : "Unknown";
    }
}
