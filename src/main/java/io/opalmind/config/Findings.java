package io.opalmind.config;

import java.util.ArrayList;
import java.util.List;

/** What is wrong (faults) or doubtful (warnings), collected so that all of it is reported at once. */
final class Findings {
    private final List<Found> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();

    /** A fault with the value that it is about, as it stands. */
    private record Found(Fault fault, String value) {}

    /** A value that cannot be used. It is shown where it may be. */
    void bad(Setting setting, String explanation) {
        Fault fault = new Fault(setting.name(), setting.origin(), Shown.of(setting), explanation);
        faults.add(new Found(fault, setting.value()));
    }

    void missing(Variable variable, String explanation) {
        faults.add(new Found(new Fault(variable.name(), "", null, "not set; " + explanation), ""));
    }

    /** A file, or a line of one, that cannot be read. */
    void badFile(String place, String explanation) {
        faults.add(new Found(new Fault(null, place, null, explanation), ""));
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    /** No fault shows this, whatever variable it landed in by mistake. */
    void protect(String secret) {
        secrets.add(secret);
    }

    /** How many faults there are so far. */
    int count() {
        return faults.size();
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    void throwIfAny() {
        if (faults.isEmpty()) {
            return;
        }
        List<Fault> harmless = new ArrayList<>();
        for (Found found : faults) {
            harmless.add(holdsSecret(found.value()) ? withoutValue(found.fault()) : found.fault());
        }
        throw new ConfigException(harmless);
    }

    private boolean holdsSecret(String value) {
        for (String secret : secrets) {
            if (!secret.isEmpty() && value.contains(secret)) {
                return true;
            }
        }
        return false;
    }

    private static Fault withoutValue(Fault fault) {
        return new Fault(fault.variable(), fault.origin(), null, fault.explanation());
    }
}
