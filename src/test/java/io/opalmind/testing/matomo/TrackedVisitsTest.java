package io.opalmind.testing.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data set's hits go in, and the visits log is held against what the real Matomo made of them. */
@ExtendWith(MatomoExtension.class)
class TrackedVisitsTest {
    private static final List<String> MEMBERS = List.of(
            "type",
            "url",
            "idpageview",
            "pageTitle",
            "eventCategory",
            "eventAction",
            "eventName",
            "siteSearchKeyword",
            "siteSearchCount",
            "goalId",
            "goalName",
            "orderId",
            "items",
            "timestamp");

    private static void sendAll(FakeMatomo matomo) throws IOException {
        ObjectNode bulk = Json.NODES.objectNode().put("token_auth", FakeMatomo.ADMIN_TOKEN);
        ArrayNode requests = bulk.putArray("requests");
        for (String line : RecordingFiles.text("matomo-dataset/hits.ndjson").split("\n")) {
            requests.add(Json.parse(line));
        }
        JsonNode account = PlainClient.send(PlainClient.connect(matomo.url("matomo.php")), Json.write(bulk))
                .json();
        assertEquals(requests.size(), account.path("tracked").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"visits.by-visitor", "visits.first", "visits.offset", "visits.min-timestamp"})
    void visits_are_those_of_the_real_matomo(String name, @MatomoExtension.Dataset FakeMatomo matomo)
            throws IOException {
        sendAll(matomo);
        JsonNode meta = Json.parse(RecordingFiles.text("matomo-dataset/exchanges/" + name + ".meta.json"));
        List<String> asked = new ArrayList<>();
        meta.path("request")
                .path("form")
                .properties()
                .forEach(one -> asked.add(one.getKey() + "=" + one.getValue().asText()));
        JsonNode got = PlainClient.ask(matomo, VisitsLog.METHOD, asked.toArray(String[]::new))
                .json();
        JsonNode wanted = Json.parse(RecordingFiles.text("matomo-dataset/exchanges/" + name + ".body.json"));
        assertEquals(wanted.size(), got.size());
        for (int i = 0; i < wanted.size(); i++) {
            JsonNode visit = wanted.get(i);
            for (String member : List.of(
                    "idSite",
                    "visitorId",
                    "userId",
                    "lastActionTimestamp",
                    "firstActionTimestamp",
                    "serverDate",
                    "siteName",
                    "goalConversions",
                    "searches",
                    "events",
                    "totalEcommerceConversions")) {
                assertEquals(visit.get(member), got.get(i).get(member), member);
            }
            assertEquals(
                    essence(visit.path("actionDetails")), essence(got.get(i).path("actionDetails")));
        }
    }

    /** In the order of their time; Matomo puts equal times in an order of its own. */
    private static List<String> essence(JsonNode actions) {
        List<String> essence = new ArrayList<>();
        for (JsonNode action : actions) {
            ObjectNode some = Json.NODES.objectNode();
            MEMBERS.stream().filter(action::has).forEach(member -> some.set(member, action.get(member)));
            essence.add(some.toString());
        }
        return essence.stream().sorted().toList();
    }

    private static JsonNode visits(FakeMatomo matomo, String... params) throws IOException {
        return PlainClient.ask(
                        matomo,
                        VisitsLog.METHOD,
                        Stream.concat(Stream.of("idSite=1"), Stream.of(params)).toArray(String[]::new))
                .json();
    }

    private static void send(FakeMatomo matomo, String hit) throws IOException {
        String form =
                "idsite=1&rec=1&send_image=0&_id=00000000000000aa&token_auth=" + FakeMatomo.ADMIN_TOKEN + "&" + hit;
        assertEquals(
                204,
                PlainClient.send(PlainClient.connect(matomo.url("matomo.php")), form)
                        .status());
    }

    @Test
    void recordings_answer_until_a_hit_is_stored(FakeMatomo matomo) throws IOException {
        assertEquals(
                3,
                visits(matomo, "period=day", "date=yesterday", "filter_limit=3").size());
        send(matomo, "url=https%3A%2F%2Fexample.com%2F");
        JsonNode visits = visits(matomo);
        assertEquals(1, visits.size());
        assertEquals("00000000000000aa", visits.get(0).path("visitorId").asText());
    }

    @Test
    void nobody_came_where_that_is_to_be_counted(FakeMatomo matomo) throws IOException {
        assertEquals(0, visits(matomo.visitsFromHits()).size());
    }

    @Test
    void every_kind_of_hit_is_an_action_of_its_own(FakeMatomo matomo) throws IOException {
        send(matomo, "url=https%3A%2F%2Fexample.com%2F&action_name=Home&pv_id=abcdef");
        send(matomo, "e_c=c&e_a=a&e_n=n&e_v=-1.5&pv_id=abcdef");
        send(matomo, "search=hat&search_count=3");
        send(matomo, "download=https%3A%2F%2Fexample.com%2Fa.zip");
        send(matomo, "link=https%3A%2F%2Fexample.net%2F");
        send(matomo, "c_n=banner&c_p=piece&c_i=click");
        send(matomo, "idgoal=1&pv_id=abcdef");
        send(matomo, "idgoal=0&ec_id=o1&revenue=9.5&ec_items=%5B%5B%22s%22%2C%22n%22%2C%22c%22%2C9.5%2C1%5D%5D");
        send(matomo, "idgoal=0&revenue=3");
        send(matomo, "ping=1");
        JsonNode actions = visits(matomo).get(0).path("actionDetails");
        List<String> types = new ArrayList<>();
        actions.forEach(action -> types.add(action.path("type").asText()));
        assertEquals(
                List.of(
                        "action",
                        "event",
                        "search",
                        "download",
                        "outlink",
                        "content",
                        "goal",
                        "ecommerceOrder",
                        "ecommerceAbandonedCart"),
                types);
        assertEquals("abcdef", actions.get(1).path("idpageview").asText());
        assertEquals("-1.5", actions.get(1).path("eventValue").asText());
        assertTrue(actions.get(6).path("idpageview").isNull());
        assertEquals("o1", actions.get(7).path("orderId").asText());
        assertEquals(
                "s", actions.get(7).path("itemDetails").get(0).path("itemSKU").asText());
        assertEquals(10, matomo.hits().size());
    }

    @Test
    void manual_goal_converts_once_a_visit(FakeMatomo matomo) throws IOException {
        send(matomo, "idgoal=1");
        send(matomo, "idgoal=1");
        assertEquals(1, visits(matomo).get(0).path("goalConversions").asInt());
        assertEquals(2, matomo.countOf("idgoal", "1"));
        send(matomo, "idgoal=1&new_visit=1");
        assertEquals(2, visits(matomo).size());
    }

    @Test
    void user_is_found_by_name_and_by_what_matomo_makes_of_it(FakeMatomo matomo) throws IOException {
        send(matomo, "uid=jo%40example.com&url=https%3A%2F%2Fexample.com%2F");
        JsonNode visit = visits(matomo, "segment=userId==jo%40example.com").get(0);
        assertEquals("jo@example.com", visit.path("userId").asText());
        String id = visit.path("visitorId").asText();
        assertEquals(1, visits(matomo, "segment=visitorId==" + id).size());
        assertEquals(0, visits(matomo, "segment=visitorId==00000000000000aa").size());
    }

    @Test
    void viewer_asks_for_the_own_site_only(FakeMatomo matomo) throws IOException {
        send(matomo, "url=https%3A%2F%2Fexample.com%2F");
        PlainClient.Response own =
                PlainClient.post(matomo, VisitsLog.METHOD, FakeMatomo.VIEWER_TOKEN, "idSite=1", "date=today");
        assertEquals(200, own.status());
        assertEquals(
                401,
                PlainClient.post(matomo, VisitsLog.METHOD, FakeMatomo.VIEWER_TOKEN, "idSite=2")
                        .status());
    }
}
