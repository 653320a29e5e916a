package io.opalmind.matomo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.opalmind.store.CacheCounters;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cache's records on the wire: the SDK's are served here, and ours are what the SDK writes. */
@ExtendWith(MatomoExtension.class)
class SdkRecordsTest {
    private static final Map<String, String> RECORDS = Sdk.records();

    static Set<String> keys() {
        return RECORDS.keySet();
    }

    /** A Funnels plugin, which wrote the last of the records, was never recorded. */
    static Set<String> askableKeys() {
        return keys().stream().filter(key -> !key.contains("funnel")).collect(Collectors.toSet());
    }

    @Test
    void each_record_but_those_of_goals_is_tried() {
        assertEquals(12, keys().size());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void sdk_record_is_served_with_matomo_down(String key, FakeMatomo matomo) throws IOException {
        matomo.refuseConnections();
        Client client = new Client(matomo);
        String record = RECORDS.get(key);
        client.keep(key, record);
        Client.Answer answer = client.ask(Sdk.query(key));
        JsonNode value = Client.MAPPER.readTree(record).get("value");
        assertEquals(value.isArray(), answer.result().hasRows());
        assertEquals(value.isArray() ? value.size() : 1, answer.result().count());
        assertEquals(value, plainMoney(answer.json()));
        String feature = Client.MAPPER.readTree(key).get("feature").textValue();
        assertEquals(new CacheCounters(1, 0, 0, 0), client.counters(feature));
        assertEquals(record, client.stored(key));
    }

    @ParameterizedTest
    @MethodSource("askableKeys")
    void our_record_is_the_sdks_with_our_members_behind(String key, FakeMatomo matomo) throws IOException {
        Sdk.scriptUnrecorded(matomo);
        Client client = new Client(matomo);
        client.ask(Sdk.query(key));
        String ours = client.stored(key);
        assertNotNull(ours, "nothing under the SDK's key");
        String head = headAtRecording(RECORDS.get(key));
        assertTrue(ours.startsWith(head), () -> "the SDK's: " + head + "\nours: " + ours);
        long expiresAt = client.clock.millis() + 60_000;
        String tail = ours.substring(head.length());
        String cut = tail.contains("\"cut\"") ? ",\"cut\":true" : "";
        assertEquals(",\"expiresAt\":" + expiresAt + ",\"origin\":\"" + Client.ORIGIN + "\"" + cut + "}", tail);
    }

    private static String headAtRecording(String record) throws IOException {
        JsonNode tree = Client.MAPPER.readTree(record);
        String feature = tree.get("feature").textValue();
        JsonNode value = Sdk.atRecording(feature, tree.get("value"));
        return "{\"feature\":\"" + feature + "\",\"value\":" + value;
    }

    @Test
    void no_record_of_the_sdks_sum_of_goals_is_served(FakeMatomo matomo) throws IOException {
        Client client = new Client(matomo);
        JsonNode goals = client.ask(Ask.of(ReportName.GOAL_CONVERSIONS)).json();
        assertTrue(goals.size() > 1, goals::toString);
        String ours = "{\"feature\":\"goalConversionsByGoal\",\"input\":"
                + "{\"siteId\":1,\"period\":\"range\",\"date\":\"last30\"}}";
        assertNotNull(client.stored(ours));
        assertFalse(client.stored(ours).contains("unknown"));
    }

    /** Money as the SDK keeps it: without the currency. */
    private static JsonNode plainMoney(JsonNode node) throws IOException {
        return Client.MAPPER.readTree(
                node.toString().replaceAll("\\{\"value\":([-0-9.]+),\"currency\":(?:null|\"EUR\")}", "$1"));
    }
}
