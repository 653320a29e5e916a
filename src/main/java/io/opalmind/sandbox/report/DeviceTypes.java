package io.opalmind.sandbox.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.visits.Devices;
import io.opalmind.sandbox.visits.Visit;
import java.util.List;
import java.util.Locale;

/** {@code DevicesDetection.getType}. Matomo lists the types without visits too, but not in a series. */
final class DeviceTypes implements Report {
    private final Dimension dimension = new Dimension(DeviceTypes::label, DeviceTypes::group, DeviceTypes::group, true);

    @Override
    public JsonNode answer(Scope scope, Wish wish) {
        Days days = new Days(scope);
        Table table = Tables.total(scope, date -> dimension.day(days.on(date), visit -> true));
        if (scope.alone() && !table.rows().isEmpty()) {
            for (String label : Devices.TYPES) {
                Row row = table.row(label);
                if (!row.has("nb_visits")) {
                    row.add("nb_visits", 0);
                }
            }
        }
        return new RowWriter(scope.kind(), DeviceTypes::describe).write(table);
    }

    /** Matomo's own letters, also for {@code TV}. */
    private static String label(Visit visit) {
        for (String label : Devices.TYPES) {
            if (label.equalsIgnoreCase(visit.deviceType())) {
                return label;
            }
        }
        return "Unknown";
    }

    private static List<String> group(Visit visit) {
        return List.of(label(visit));
    }

    private static void describe(ObjectNode node, String label, Row row) {
        String name = label.toLowerCase(Locale.ROOT);
        if (Devices.TYPES.contains(label)) {
            node.put("segment", "deviceType==" + Segments.encode(name));
        }
        node.put("logo", "plugins/Morpheus/icons/dist/devices/" + name.replace(' ', '_') + ".png");
    }
}
