package io.opalmind.sandbox.visits;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The social networks that the sandbox knows: a short list out of Matomo's, with its names. */
final class SocialNetworks {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            entry("facebook.com", "Facebook"),
            entry("fb.me", "Facebook"),
            entry("github.com", "GitHub"),
            entry("instagram.com", "Instagram"),
            entry("linkedin.com", "LinkedIn"),
            entry("lnkd.in", "LinkedIn"),
            entry("news.ycombinator.com", "Hacker News"),
            entry("pinterest.com", "Pinterest"),
            entry("reddit.com", "reddit"),
            entry("stackoverflow.com", "StackOverflow"),
            entry("t.co", "Twitter"),
            entry("twitter.com", "Twitter"),
            entry("vimeo.com", "Vimeo"),
            entry("vk.com", "Vkontakte"),
            entry("xing.com", "XING"),
            entry("youtube.com", "YouTube"),
            entry("youtu.be", "YouTube"));

    private SocialNetworks() {}

    /** The network that a host or one of its subdomains belongs to; null for any other. */
    static @Nullable String find(String host) {
        for (String tail = host; ; tail = tail.substring(tail.indexOf('.') + 1)) {
            String name = KNOWN.get(tail);
            if (name != null || tail.indexOf('.') < 0) {
                return name;
            }
        }
    }
}
