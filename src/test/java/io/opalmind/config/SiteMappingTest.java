package io.opalmind.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteMappingTest {
    private static final String ACCEPTED = "; a JSON object of site name and id, as {\"Shop\": 1, \"Blog\": 2}";

    @TempDir
    Path directory;

    private SiteMapping mapping(String json) {
        return Setup.complete(directory)
                .file("sites.json", json)
                .env("SITE_MAPPING_PATH", "sites.json")
                .load()
                .siteMapping();
    }

    private List<String> faults(String json) {
        SiteMapping mapping = mapping(json);
        ConfigException thrown = assertThrows(ConfigException.class, () -> mapping.find("Shop"));
        return List.of(thrown.getMessage().split("\n"));
    }

    @Test
    void without_a_file_no_name_is_known() {
        SiteMapping mapping = Setup.complete(directory).load().siteMapping();

        assertFalse(mapping.isConfigured());
        assertNull(mapping.find("Shop"));
        assertEquals(List.of(), mapping.names());
    }

    @Test
    void name_is_found_in_any_case() {
        SiteMapping mapping = mapping("\uFEFF{\"Example Shop\": 1,\r\n \"Straße\": 2147483647}");

        assertTrue(mapping.isConfigured());
        assertEquals(1, mapping.find("example shop"));
        assertEquals(1, mapping.find("EXAMPLE SHOP"));
        assertEquals(2147483647, mapping.find("STRASSE"));
        assertNull(mapping.find("Example"));
        assertEquals(List.of("Example Shop", "Straße"), mapping.names());
    }

    @Test
    void empty_object_is_a_mapping_of_nothing() {
        assertEquals(List.of(), mapping("{}").names());
    }

    @Test
    void file_is_read_only_when_a_name_is_asked_for() {
        Setup setup = Setup.complete(directory).env("SITE_MAPPING_PATH", "none.json");
        SiteMapping mapping = setup.load().siteMapping();

        ConfigException thrown = assertThrows(ConfigException.class, mapping::names);
        assertEquals("SITE_MAPPING_PATH=none.json (environment): no such file" + ACCEPTED, thrown.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `[1]`             | not a JSON object
                    `7`               | not a JSON object
                    ``                | not a JSON object
                    `{"Shop": 1`      | not JSON
                    `{"Shop" 1}`      | not JSON
                    `{"Shop": 1}}`    | not JSON
                    `{"Shop": 1,}`    | not JSON
                    `{'Shop': 1}`     | not JSON
                    `{"Shop": 1} {}`  | something follows the object
                    """)
    void what_is_no_object_is_a_fault(String json, String reason) {
        assertEquals(List.of("SITE_MAPPING_PATH (sites.json:1): " + reason + ACCEPTED), faults(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0", "-1", "1.5", "1e2", "\"1\"", "null", "true", "[1]", "{\"id\": 1}", "2147483648"})
    void value_that_is_no_id_is_a_fault(String value) {
        assertEquals(
                List.of("SITE_MAPPING_PATH (sites.json:2): \"Shop\" has no site's id; a whole number, 1 or more,"
                        + " without quotes"),
                faults("{\"Blog\": 2,\n\"Shop\": " + value + "}"));
    }

    @Test
    void all_bad_entries_are_reported_at_once() {
        List<String> faults = faults("{\"Shop\": 1,\n\"Blog\": 0,\n\"shop\": 2,\n\"Shop\": 1}");

        String once = "; each name once, upper and lower case alike";
        assertEquals(
                List.of(
                        "SITE_MAPPING_PATH (sites.json:2): \"Blog\" has no site's id; a whole number, 1 or more,"
                                + " without quotes",
                        "SITE_MAPPING_PATH (sites.json:3): \"shop\" stands in line 1 already as \"Shop\"" + once,
                        "SITE_MAPPING_PATH (sites.json:4): \"Shop\" stands in line 1 already" + once),
                faults);
    }
}
