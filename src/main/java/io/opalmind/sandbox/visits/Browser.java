package io.opalmind.sandbox.visits;

import java.util.Locale;

/**
 * What a hit tells of the machine it came from; its own parameters win over the request's headers.
 *
 * @param language the first that is accepted, in lower case
 * @param ip an IPv4 address with its last two bytes hidden, as Matomo keeps it: {@code 5.31.0.0}
 */
record Browser(String agent, String device, String language, String resolution, String ip) {
    static Browser of(Hit hit, KnownDevices devices) {
        String agent = agent(hit);
        String resolution = Texts.lineOrEmpty(hit.get("res"));
        return new Browser(agent, devices.of(agent).type(), language(hit), resolution, masked(ip(hit)));
    }

    static String agent(Hit hit) {
        String agent = hit.get("ua");
        return Texts.line(agent == null ? hit.sender().userAgent() : agent);
    }

    /** All accepted languages in lower case, as sent. */
    static String languages(Hit hit) {
        String languages = hit.get("lang");
        return Texts.line(languages == null ? hit.sender().language() : languages)
                .toLowerCase(Locale.ROOT);
    }

    private static String language(Hit hit) {
        String languages = languages(hit);
        int end = 0;
        while (end < languages.length() && ",;".indexOf(languages.charAt(end)) < 0) {
            end++;
        }
        return languages.substring(0, end).trim();
    }

    static String ip(Hit hit) {
        String cip = hit.get("cip");
        return Texts.line(cip == null ? hit.sender().ip() : cip);
    }

    private static String masked(String ip) {
        String[] parts = ip.split("\\.", -1);
        return parts.length == 4 ? parts[0] + "." + parts[1] + ".0.0" : ip;
    }
}
