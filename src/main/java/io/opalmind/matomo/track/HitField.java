package io.opalmind.matomo.track;

/**
 * A field of a hit by our name for it.
 *
 * @param name in small letters, words joined by {@code -}, without dashes before it
 * @param parameter Matomo's name of it
 * @param label what a value looks like, for help
 * @param description for help: a few words
 */
public record HitField(String name, String parameter, String label, String description) {
    /** As an option. */
    public String option() {
        return "--" + name;
    }
}
