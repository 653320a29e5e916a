package io.opalmind.sandbox.visits;

/**
 * Where a visit came from.
 *
 * @param name host of a website, name of a search engine, social network or campaign; empty for a direct entry
 * @param keyword of a search engine or campaign; empty where unknown
 * @param url as it was sent; empty for a direct entry
 */
public record Referrer(Type type, String name, String keyword, String url) {
    /** The channels, with the numbers, names and segment values that Matomo gives them. */
    public enum Type {
        DIRECT(1, "Direct Entry", "direct"),
        SEARCH(2, "Search Engines", "search"),
        WEBSITE(3, "Websites", "website"),
        CAMPAIGN(6, "Campaigns", "campaign"),
        SOCIAL(7, "Social Networks", "social");

        private final int number;
        private final String label;
        private final String segment;

        Type(int number, String label, String segment) {
            this.number = number;
            this.label = label;
            this.segment = segment;
        }

        public int number() {
            return number;
        }

        public String label() {
            return label;
        }

        public String segment() {
            return segment;
        }
    }
}
