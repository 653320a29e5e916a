package io.opalmind.config;

import java.util.List;

/** The configuration cannot be used. Holds every fault that was found, and its message has a line for each. */
public final class ConfigException extends RuntimeException {
    private final transient List<Fault> faults;

    public ConfigException(List<Fault> faults) {
        super(lines(faults));
        this.faults = List.copyOf(faults);
    }

    ConfigException(Fault fault) {
        this(List.of(fault));
    }

    /** At least one, in the order in which they were found. */
    public List<Fault> faults() {
        return faults;
    }

    private static String lines(List<Fault> faults) {
        StringBuilder lines = new StringBuilder();
        for (Fault fault : faults) {
            if (lines.length() > 0) {
                lines.append('\n');
            }
            lines.append(fault.message());
        }
        return lines.toString();
    }
}
