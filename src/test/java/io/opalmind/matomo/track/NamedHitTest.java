package io.opalmind.matomo.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NamedHitTest {
    private static NamedHit read(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            return NamedHit.of(parser);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                // The SDK's inputs, which name no kind.
                "{\"siteId\":1,\"url\":\"https://a.b/\",\"actionName\":\"A\",\"pvId\":\"aaaaaa\",\"visitorId\":\"0123456789abcdef\"} ~ pageview"
                        + " ~ {idsite=1, url=https://a.b/, action_name=A, pv_id=aaaaaa, _id=0123456789abcdef}",
                "{\"siteId\":1,\"url\":\"https://a.b/\"} ~ pageview ~ {idsite=1, url=https://a.b/}",
                "{\"siteId\":1,\"category\":\"c\",\"action\":\"a\",\"name\":\"n\",\"value\":2.50,\"ts\":1795518000000} ~ event"
                        + " ~ {idsite=1, e_c=c, e_a=a, e_n=n, e_v=2.50, cdt=1795518000000, ca=1}",
                "{\"siteId\":1,\"goalId\":2,\"revenue\":-5,\"userAgent\":\"u\",\"language\":\"de\",\"referrer\":\"r\"} ~ goal"
                        + " ~ {idsite=1, idgoal=2, revenue=-5, ua=u, lang=de, urlref=r}",
                "{\"siteId\":1,\"url\":\"https://a.b/\",\"customVars\":{\"plan\":\"gold\",\"n\":3}} ~ pageview"
                        + " ~ {idsite=1, url=https://a.b/, cvar={\"1\":[\"plan\",\"gold\"],\"2\":[\"n\",\"3\"]}}",
                // With a kind, and in kebab case.
                "{\"kind\":\"search\",\"site\":1,\"keyword\":\"hat\",\"count\":0} ~ search ~ {idsite=1, search=hat, search_count=0}",
                "{\"kind\":\"order\",\"site-id\":1,\"order-id\":\"A\",\"revenue\":5,\"items\":[{\"sku\":\"x\",\"price\":5}]} ~ order"
                        + " ~ {idsite=1, ec_id=A, revenue=5, ec_items=[[\"x\",\"\",\"\",5,1]], idgoal=0}",
                "{\"kind\":\"download\",\"site\":1,\"url\":\"https://a.b/f\"} ~ download"
                        + " ~ {idsite=1, url=https://a.b/f, download=https://a.b/f}",
                "{\"kind\":\"outlink\",\"site\":1,\"linkUrl\":\"https://c.d/\",\"url\":\"https://a.b/\"} ~ outlink"
                        + " ~ {idsite=1, link=https://c.d/, url=https://a.b/}",
                "{\"kind\":\"ping\",\"site\":1,\"newVisit\":true,\"bot\":false} ~ ping ~ {idsite=1, new_visit=1, bots=0, ping=1}",
                "{\"kind\":\"event\",\"site\":1,\"e_c\":\"c\",\"action\":\"a\",\"dimensions\":{\"3\":\"x\"},\"dimension4\":\"y\"} ~ event"
                        + " ~ {idsite=1, e_c=c, e_a=a, dimension3=x, dimension4=y, ca=1}",
                // Matomo's.
                "{\"idsite\":1,\"rec\":1,\"url\":\"https://a.b/\",\"search\":\"x\",\"uid\":null} ~  ~ {idsite=1, rec=1, url=https://a.b/, search=x}",
                "{\"idsite\":1,\"cvar\":{\"1\":[\"a\",\"b\"]},\"idempotencyKey\":\"k\"} ~  ~ {idsite=1, cvar={\"1\":[\"a\",\"b\"]}}",
            })
    void names_become_matomos(String json, String kind, String parameters) throws IOException {
        NamedHit named = read(json);
        assertEquals(List.of(), named.faults());
        assertEquals(kind == null ? null : HitKind.of(kind), named.kind());
        assertEquals(parameters, named.hit().parameters().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"evnt\",\"category\":\"x\"} ~ kind",
                "{\"siteId\":1,\"url\":\"https://a.b/\",\"vistorId\":\"x\"} ~ vistorId",
                "{\"idsite\":1,\"visitor-\":\"x\"} ~ visitor-",
                "{\"kind\":\"event\",\"category\":\"x\",\"goalId\":1} ~ goalId",
                "{\"kind\":\"pageview\",\"keyword\":\"x\"} ~ keyword",
                "{\"siteId\":1,\"idsite\":2} ~ idsite",
                "{\"kind\":\"cart\",\"items\":[{}]} ~ items",
                "{\"kind\":\"pageview\",\"dimensions\":[1]} ~ dimensions",
            })
    void name_that_means_nothing_is_told(String json, String field) throws IOException {
        assertEquals(
                List.of(field),
                read(json).faults().stream().map(HitFault::field).toList());
    }

    @Test
    void key_is_no_parameter() throws IOException {
        assertEquals("k-1", read("{\"idsite\":1,\"idempotencyKey\":\"k-1\"}").key());
        assertEquals("k-1", read("{\"idsite\":1,\"idempotency-key\":\"k-1\"}").key());
        assertNull(read("{\"idsite\":1}").key());
    }

    @Test
    void row_of_a_table_is_read_alike() {
        NamedHit row = NamedHit.of(Map.of("kind", "goal", "site", "1", "goalId", "2"));
        assertEquals(HitKind.GOAL, row.kind());
        assertEquals("2", row.hit().get("idgoal"));
    }

    @ParameterizedTest
    @EnumSource(HitKind.class)
    void no_name_stands_for_two_parameters(HitKind kind) {
        List<String> names = new java.util.ArrayList<>();
        HitNames.own(kind).forEach(field -> names.add(field.name()));
        HitNames.COMMON.forEach(field -> names.add(field.name()));
        assertEquals(names.stream().distinct().toList(), names);
        for (String required : kind.required()) {
            assertEquals(true, HitNames.option(kind, required) != null, required);
        }
    }
}
