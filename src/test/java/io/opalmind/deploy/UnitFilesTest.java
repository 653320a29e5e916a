package io.opalmind.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/deploy/systemd: by systemd's own eyes where it is there, by ours everywhere. */
class UnitFilesTest {
    private static final Path UNITS = Path.of("docs", "deploy", "systemd");
    private static final Map<String, List<String>> SECTIONS = Map.of(
            "service", List.of("Unit", "Service"),
            "timer", List.of("Unit", "Timer", "Install"));

    private static List<Path> units() throws IOException {
        try (Stream<Path> files = Files.list(UNITS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void each_service_has_its_timer() throws IOException {
        assertEquals(
                List.of(
                        "opalmind-flush.service",
                        "opalmind-flush.timer",
                        "opalmind-health.service",
                        "opalmind-health.timer"),
                units().stream().map(unit -> unit.getFileName().toString()).toList());
    }

    @Test
    void lines_are_sections_settings_or_comments() throws IOException {
        for (Path unit : units()) {
            String kind = unit.toString().substring(unit.toString().lastIndexOf('.') + 1);
            List<String> sections = new ArrayList<>();
            for (String line : Files.readAllLines(unit)) {
                if (line.startsWith("[")) {
                    sections.add(line.substring(1, line.length() - 1));
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    assertTrue(line.matches("[A-Z][A-Za-z]+=.*"), unit + ": " + line);
                }
            }
            assertEquals(SECTIONS.get(kind), sections, unit.toString());
        }
    }

    @Test
    void services_may_do_little() throws IOException {
        for (Path unit : units()) {
            if (unit.toString().endsWith(".service")) {
                List<String> lines = Files.readAllLines(unit);
                for (String wanted : List.of(
                        "User=opalmind",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "CapabilityBoundingSet=",
                        "StateDirectory=opalmind",
                        "Environment=OPALMIND_STATE_DIR=/var/lib/opalmind")) {
                    assertTrue(lines.contains(wanted), unit + " lacks " + wanted);
                }
            }
        }
    }

    /** Where the tool is installed is all that differs here. */
    @Test
    void systemd_has_nothing_to_say(@TempDir Path copies) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify"));
        for (Path unit : units()) {
            Path copy = copies.resolve(unit.getFileName());
            Files.writeString(
                    copy, Files.readString(unit).replace("ExecStart=/usr/bin/opalmind ", "ExecStart=/bin/sh "));
            command.add(copy.toString());
        }
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException noSystemd) {
            return; // a machine without systemd: the other tests have looked
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertEquals(
                List.of(),
                said.lines().filter(line -> line.contains("opalmind")).toList());
    }
}
