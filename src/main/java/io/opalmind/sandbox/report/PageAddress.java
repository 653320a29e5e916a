package io.opalmind.sandbox.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The address of a page as Matomo keeps it: without what tells visits apart rather than pages.
 *
 * @param prefix scheme and {@code www.}, which do not tell pages apart
 * @param rest host, path and query
 */
record PageAddress(String prefix, String rest) {
    private static final List<String> PREFIXES = List.of("http://www.", "https://www.", "http://", "https://");

    private static final Set<String> DROPPED = Set.of(
            ("gclid fbclid msclkid twclid wbraid gbraid yclid fb_xd_fragment fb_comment_id phpsessid jsessionid sessionid"
                            + " aspsessionid doing_wp_cron sid pk_vid ignore_referrer ignore_referer pk_cpn pk_campaign"
                            + " piwik_campaign mtm_campaign matomo_campaign utm_campaign utm_source utm_medium pk_kwd"
                            + " pk_keyword piwik_kwd mtm_kwd mtm_keyword matomo_kwd utm_term")
                    .split(" "));

    /** Matomo files pages ten folders deep at most. */
    private static final int DEPTH = 10;

    static PageAddress of(String url) {
        String address = withoutParameters(withoutFragment(url.strip()));
        String lower = address.toLowerCase(Locale.ROOT);
        for (String prefix : PREFIXES) {
            if (lower.startsWith(prefix)) {
                return new PageAddress(prefix, lowerHost(address.substring(prefix.length())));
            }
        }
        return new PageAddress("", address);
    }

    /** The whole address. */
    String url() {
        return prefix + rest;
    }

    /** The label of its row in a flat report: {@code /docs/} for {@code https://example.com/docs/index}. */
    String label() {
        String label = "/" + String.join("/", steps());
        return label.endsWith("/index") ? label.substring(0, label.length() - "index".length()) : label;
    }

    /** Whether it lies in no folder. */
    boolean isTop() {
        return steps().size() == 1;
    }

    private List<String> steps() {
        int slash = rest.indexOf('/');
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        if (path.isEmpty() || path.endsWith("/")) {
            path += "index";
        }
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/", DEPTH)) {
            if (!step.isBlank()) {
                steps.add(step.strip());
            }
        }
        return steps;
    }

    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }

    private static String withoutParameters(String url) {
        int question = url.indexOf('?');
        if (question < 0) {
            return url;
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : url.substring(question + 1).split("&", -1)) {
            String name = parameter.split("=", 2)[0];
            if (!name.isEmpty() && !DROPPED.contains(name.toLowerCase(Locale.ROOT))) {
                kept.add(parameter);
            }
        }
        String path = url.substring(0, question);
        return kept.isEmpty() ? path : path + "?" + String.join("&", kept);
    }

    private static String lowerHost(String rest) {
        int slash = rest.indexOf('/');
        return slash < 0
                ? rest.toLowerCase(Locale.ROOT)
                : rest.substring(0, slash).toLowerCase(Locale.ROOT) + rest.substring(slash);
    }
}
