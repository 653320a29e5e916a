package io.opalmind.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opalmind.cli.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bill of materials, beside the release and in it. */
class BillOfMaterialsIT {
    private static final String NAME = Release.NAME + ".cdx.json";
    private static final Pattern LISTED = Pattern.compile("\\(([\\w.-]+):([\\w.-]+):([\\w.-]+) - ");

    @BeforeAll
    static void is_made() {
        // CycloneDX's plugin is not run by mvn -o, so a build that was never online has none.
        boolean offline = "offline true".equals(System.getProperty("opalmind.maven"));
        assumeFalse(offline && !Files.exists(Path.of("target", NAME)), "Maven is offline");
    }

    private static JsonNode bill() throws IOException {
        return new ObjectMapper().readTree(Files.readString(Path.of("target", NAME)));
    }

    private static Set<String> libraries() throws IOException {
        Set<String> libraries = new TreeSet<>();
        for (JsonNode component : bill().get("components")) {
            libraries.add(component.get("group").asText() + ":"
                    + component.get("name").asText() + ":"
                    + component.get("version").asText());
        }
        return libraries;
    }

    private static String pom(String property) throws IOException {
        Matcher matcher = Pattern.compile("<" + property + ">(.+)</").matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(matcher.find(), property);
        return matcher.group(1);
    }

    @Test
    void it_is_of_this_release_and_in_it() throws IOException {
        JsonNode bill = bill();
        assertEquals("CycloneDX", bill.get("bomFormat").asText());
        assertEquals(
                "pkg:maven/io.opalmind/opalmind@" + Version.NUMBER + "?type=jar",
                bill.at("/metadata/component/purl").asText());
        assertEquals("application", bill.at("/metadata/component/type").asText());
        assertArrayEquals(
                Files.readAllBytes(Path.of("target", NAME)),
                Release.members().get(NAME).content());
    }

    @Test
    void it_names_the_libraries_with_their_versions() throws IOException {
        Set<String> libraries = libraries();
        for (String library : Set.of(
                "info.picocli:picocli:" + pom("picocli.version"),
                "io.lettuce:lettuce-core:" + pom("lettuce.version"),
                "io.netty:netty-handler:" + pom("netty.version"),
                "com.fasterxml.jackson.core:jackson-databind:" + pom("jackson.version"),
                "dev.failsafe:failsafe:" + pom("failsafe.version"),
                "io.projectreactor:reactor-core:3.6.6")) {
            assertTrue(libraries.contains(library), library + " in " + libraries);
        }
        for (String library : libraries) {
            assertFalse(
                    library.matches("org\\.(junit|testcontainers|apache).*|.*mockwebserver.*|.*archunit.*"), library);
        }
    }

    /** Made by another plugin: what one has forgotten, the other has not. */
    @Test
    void it_names_what_the_list_of_licences_names() throws IOException {
        String list =
                new String(Release.members().get("third-party/THIRD-PARTY.txt").content(), StandardCharsets.UTF_8);
        Set<String> listed = new TreeSet<>();
        Matcher line = LISTED.matcher(list);
        while (line.find()) {
            listed.add(line.group(1) + ":" + line.group(2) + ":" + line.group(3));
        }
        assertEquals(libraries(), listed);
        assertFalse(list.contains("Unknown license"));
    }

    @Test
    void each_library_has_a_checksum_and_a_licence() throws IOException {
        for (JsonNode component : bill().get("components")) {
            String name = component.get("purl").asText();
            assertTrue(component.at("/licenses/0/license").isObject(), name);
            assertTrue(component.get("hashes").findValuesAsText("alg").contains("SHA-256"), name);
        }
    }
}
