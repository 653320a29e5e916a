package io.opalmind.sandbox.visits;

import java.util.HashMap;
import java.util.Map;

/** Devices by user agent, each looked at once: visitors share few, and the rules are most of what a hit costs. */
final class KnownDevices {
    /** Someone may send a new one with each hit. */
    private static final int MOST = 1000;

    private final Map<String, Device> known = new HashMap<>();

    /** @param type Matomo's label */
    record Device(String type, boolean isBot) {}

    Device of(String agent) {
        Device device = known.get(agent);
        if (device == null) {
            if (known.size() == MOST) {
                known.clear();
            }
            device = new Device(Devices.type(agent), Devices.isBot(agent));
            known.put(agent, device);
        }
        return device;
    }
}
