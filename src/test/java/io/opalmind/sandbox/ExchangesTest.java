package io.opalmind.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opalmind.sandbox.api.Access;
import io.opalmind.sandbox.api.ApiAnswer;
import io.opalmind.sandbox.api.ReportingApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Matomo answered is what the sandbox answers: body and status. */
class ExchangesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DATASET = Dataset.HOME.resolve("exchanges");
    private static final Path SHOP = Path.of("src/test/resources/matomo-5.0.2");

    /** Asked for what docs/sandbox.md says is not computed. */
    private static final Set<String> NOT_COMPUTED = Set.of("compare.dates", "processed-report", "tracking-failures");

    /** Its last member is a tree of pages. */
    private static final String TREE = "bulk-request.admin";

    /** What the visits log of the sandbox does not tell. */
    private static final Set<String> UNTOLD =
            Set.of(("browser browserCode browserFamily browserFamilyDescription browserIcon browserName browserVersion"
                            + " city continent continentCode country countryCode countryFlag daysSinceFirstVisit"
                            + " daysSinceLastEcommerceOrder daysSinceLastVisit deviceBrand deviceModel"
                            + " deviceTypeIcon fingerprint goalPageId icon iconSVG language languageCode latitude"
                            + " location longitude operatingSystem operatingSystemCode operatingSystemIcon"
                            + " operatingSystemName operatingSystemVersion pageId pageIdAction plugins"
                            + " pluginsIcons referrerKeywordPosition referrerSearchEngineIcon"
                            + " referrerSearchEngineUrl referrerSocialNetworkIcon referrerSocialNetworkUrl region"
                            + " regionCode secondsSinceFirstVisit secondsSinceLastEcommerceOrder"
                            + " secondsSinceLastVisit subtitle visitConvertedIcon visitEcommerceStatusIcon"
                            + " visitLocalHour visitLocalTime visitorTypeIcon")
                    .split(" "));

    private static final Set<String> NO_SANDBOX_HAS = Set.of(
            "ts_created",
            "creator_login",
            "timezone_name",
            "excluded_ips",
            "excluded_parameters",
            "excluded_referrers",
            "excluded_user_agents",
            "sitesearch_category_parameters",
            "sitesearch_keyword_parameters");

    private static final class Filled {
        static final ReportingApi API = new ReportingApi(SampleSites.all(), Dataset.visits(), Dataset.CLOCK);
    }

    /** Those of the sandbox's two tokens, a good one and none; it has no viewers. The rest is the server's own matter. */
    static List<String> exchanges() throws IOException {
        try (Stream<Path> files = Files.list(DATASET)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".body.json"))
                    .map(name -> name.substring(0, name.length() - ".body.json".length()))
                    .filter(name -> !name.contains("viewer") && !name.startsWith("visits."))
                    .filter(name -> !NOT_COMPUTED.contains(name) && !name.equals(TREE))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void answers_like_the_recorded_server(String name) throws IOException {
        assertSame(DATASET, name);
    }

    @Test
    void no_exchange_is_forgotten() throws IOException {
        assertEquals(42, exchanges().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error.bad-action",
                "error.bad-date",
                "error.bad-method",
                "error.bad-period",
                "error.bad-segment",
                "error.bad-segment-syntax",
                "error.bad-token",
                "error.funnels",
                "error.no-site",
                "error.no-token",
                "error.range-with-single-date",
                "error.secure-token-get",
                "error.site-missing",
                "goals-empty",
                "goals-list",
                "page-urls.empty-day",
                "sites-ids",
                "version",
                "version-legacy",
                "version-upstream-fallback",
                "visits-summary.empty-day",
                "whoami.API.getLoggedInUser",
                "whoami.UsersManager.getUserByTokenAuth"
            })
    void facts_and_errors_are_those_of_the_other_recording(String name) throws IOException {
        assertSame(SHOP, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"site", "sites-access"})
    void sites_lack_only_what_no_sandbox_has(String name) throws IOException {
        JsonNode ours = body(ask(SHOP, name));

        assertEquals(List.of(), Differences.between(told(recorded(SHOP, name), ours, NO_SANDBOX_HAS), ours));
    }

    @ParameterizedTest
    @ValueSource(strings = {"visits.by-visitor", "visits.first", "visits.min-timestamp", "visits.offset"})
    void visits_log_tells_the_same_of_the_same_visits(String name) throws IOException {
        JsonNode ours = body(ask(DATASET, name));

        assertEquals(List.of(), Differences.between(told(recorded(DATASET, name), ours, UNTOLD), ours));
    }

    /** The recorded answer without those of the members that ours leaves out. */
    private static JsonNode told(JsonNode recorded, JsonNode ours, Set<String> untold) {
        if (recorded instanceof ObjectNode object) {
            List.copyOf(object.properties()).forEach(member -> {
                if (untold.contains(member.getKey()) && !ours.has(member.getKey())) {
                    object.remove(member.getKey());
                } else {
                    told(member.getValue(), ours.path(member.getKey()), untold);
                }
            });
        }
        for (int i = 0; recorded.isArray() && i < recorded.size(); i++) {
            told(recorded.get(i), ours.path(i), untold);
        }
        return recorded;
    }

    @Test
    void bulk_answers_each_member_although_one_is_a_tree() throws IOException {
        JsonNode ours = body(ask(DATASET, TREE));

        for (int member = 0; member < 3; member++) {
            assertEquals(List.of(), Differences.between(recorded(DATASET, TREE).get(member), ours.get(member)));
        }
        String message = ours.get(3).path("message").asText();
        assertTrue(message.startsWith("The sandbox does not compute Actions.getPageUrls"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare.dates", "processed-report", "tracking-failures"})
    void what_is_not_computed_is_an_error_and_no_figure(String name) throws IOException {
        ApiAnswer answer = ask(DATASET, name);

        assertEquals(200, answer.status());
        assertEquals("error", body(answer).path("result").asText());
        assertTrue(answer.body().contains("The sandbox does not compute"), answer.body());
        assertTrue(answer.body().contains("docs/sandbox.md"), answer.body());
    }

    private static void assertSame(Path folder, String name) throws IOException {
        ApiAnswer answer = ask(folder, name);

        assertEquals(List.of(), Differences.between(recorded(folder, name), body(answer)));
        assertEquals(meta(folder, name).path("response").path("status").asInt(), answer.status());
    }

    private static ApiAnswer ask(Path folder, String name) throws IOException {
        JsonNode request = meta(folder, name).get("request");
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : List.of("query", "form", "params")) {
            request.path(part)
                    .properties()
                    .forEach(one -> parameters.put(one.getKey(), one.getValue().asText()));
        }
        return Filled.API.answer(parameters, access(request));
    }

    /** A token marked as secure is good only in a body. */
    private static Access access(JsonNode request) {
        boolean inQuery = request.path("http").asText().equals("GET");
        return switch (request.path("token").asText()) {
            case "admin" -> Access.ADMIN;
            case "secure" -> inQuery ? Access.REJECTED_IN_QUERY : Access.ADMIN;
            case "bad" -> inQuery ? Access.REJECTED_IN_QUERY : Access.REJECTED;
            default -> Access.NONE;
        };
    }

    private static JsonNode meta(Path folder, String name) throws IOException {
        return JSON.readTree(Files.readString(folder.resolve(name + ".meta.json")));
    }

    private static JsonNode recorded(Path folder, String name) throws IOException {
        return JSON.readTree(Files.readString(folder.resolve(name + ".body.json")));
    }

    private static JsonNode body(ApiAnswer answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
