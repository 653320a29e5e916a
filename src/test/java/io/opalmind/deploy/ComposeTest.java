package io.opalmind.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docs/deploy/compose.yaml against the Compose Specification, and against the files that lie beside it. */
class ComposeTest {
    private static final Path DEPLOY = Path.of("docs", "deploy");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode compose() throws IOException {
        Object yaml = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(DEPLOY.resolve("compose.yaml")));
        return JSON.valueToTree(yaml);
    }

    private static Set<ValidationMessage> faults(JsonNode compose) throws IOException {
        try (InputStream in = ComposeTest.class.getResourceAsStream("/compose-spec/compose-spec.json")) {
            ObjectNode schema = (ObjectNode) JSON.readTree(in);
            // It names its own draft by an address that nobody serves.
            schema.put("$schema", SpecVersion.VersionFlag.V201909.getId());
            // So does each part, by the word of an older draft.
            for (JsonNode part : schema.findParents("id")) {
                if (part.get("id").isTextual()) {
                    ((ObjectNode) part).remove("id");
                }
            }
            JsonSchema rules = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V201909)
                    .getSchema(schema);
            return rules.validate(compose);
        }
    }

    @Test
    void is_a_compose_file() throws IOException {
        assertEquals(Set.of(), faults(compose()));
    }

    @Test
    void what_is_none_would_be_found() throws IOException {
        ObjectNode compose = (ObjectNode) compose();
        ((ObjectNode) compose.at("/services/redis")).put("heathcheck", true);
        assertFalse(faults(compose).isEmpty());
    }

    @Test
    void names_only_what_is_there() throws IOException {
        JsonNode compose = compose();
        for (JsonNode service : compose.get("services")) {
            service.path("secrets").forEach(secret -> has(compose, "secrets", secret.asText()));
            service.path("networks").forEach(network -> has(compose, "networks", network.asText()));
            for (JsonNode volume : service.path("volumes")) {
                String source = volume.asText().split(":", -1)[0];
                if (source.startsWith(".")) {
                    assertTrue(Files.exists(DEPLOY.resolve(source)), source);
                } else {
                    has(compose, "volumes", source);
                }
            }
            if (service.has("build")) {
                Path context = DEPLOY.resolve(service.at("/build/context").asText());
                assertTrue(Files.exists(
                        context.resolve(service.at("/build/dockerfile").asText())));
                assertTrue(Files.exists(context.resolve("pom.xml")));
            }
        }
    }

    private static void has(JsonNode compose, String kind, String name) {
        assertTrue(compose.get(kind).has(name), () -> kind + ": " + name);
    }

    @Test
    void redis_is_reached_from_its_network_alone_and_has_a_limit_and_a_check() throws IOException {
        JsonNode redis = compose().at("/services/redis");
        assertFalse(redis.has("ports"));
        assertTrue(redis.at("/healthcheck/test/1").asText().contains("ping"));
        assertEquals("512M", redis.at("/deploy/resources/limits/memory").asText());
        assertEquals(
                "service_healthy",
                compose().at("/services/flush/depends_on/redis/condition").asText());
    }

    @Test
    void no_secret_stands_in_it() throws IOException {
        for (JsonNode service : compose().get("services")) {
            service.path("environment").fieldNames().forEachRemaining(name -> {
                assertFalse(name.equals("MATOMO_TOKEN") || name.equals("REDIS_PASSWORD"), name);
            });
        }
    }
}
