package io.opalmind.health;

import java.time.Duration;
import java.util.List;

/** Asks one component, for one check or several. Each runs in a thread of its own. */
public interface Probe {
    /** The checks that it makes, by name; for what is said of one that does not come back. */
    List<String> names();

    /** As in {@link Check#componentType}. */
    String componentType();

    /** How long it may take. It keeps to that by itself where it can; where not, it is not waited for any longer. */
    Duration limit();

    /** What was found; what the component fails of is a finding and no exception. */
    List<Check> run();
}
