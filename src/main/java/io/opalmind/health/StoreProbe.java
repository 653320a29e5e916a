package io.opalmind.health;

import io.opalmind.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Makes one check, of something that a store knows. */
abstract class StoreProbe implements Probe {
    private final String name;
    private final String componentType;
    private final Duration limit;
    private final Clock clock;

    StoreProbe(String name, String componentType, Duration limit, Clock clock) {
        this.name = name;
        this.componentType = componentType;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public final List<String> names() {
        return List.of(name);
    }

    @Override
    public final String componentType() {
        return componentType;
    }

    @Override
    public final Duration limit() {
        return limit;
    }

    @Override
    public final List<Check> run() {
        Finding finding = new Finding(name, componentType);
        try {
            look(finding);
        } catch (StoreException e) {
            away(finding, String.valueOf(e.getMessage()));
        }
        return List.of(finding.at(clock.instant()));
    }

    Clock clock() {
        return clock;
    }

    /** @throws StoreException where the store cannot be asked */
    abstract void look(Finding finding);

    /** The store cannot be asked. */
    abstract void away(Finding finding, String cause);

    /** What is not known is no failure of its own: the store's check says that. */
    static void unknown(Finding finding, String what, String cause) {
        finding.warn(what + " not known: " + cause + (cause.endsWith(".") ? "" : "."));
    }
}
