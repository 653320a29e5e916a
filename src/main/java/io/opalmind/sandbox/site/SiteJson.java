package io.opalmind.sandbox.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Sites in a file of hits: a line {@code {"site":{"id":1,"name":…,"goals":[…]}}} before the first hit. */
public final class SiteJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SiteJson() {}

    /** One line, without its end. */
    public static String write(Site site) {
        ObjectNode line = JSON.createObjectNode();
        ObjectNode json = line.putObject("site");
        json.put("id", site.id()).put("name", site.name()).put("url", site.url());
        json.put("timezone", site.zone().getId()).put("currency", site.currency());
        json.put("ecommerce", site.ecommerce());
        for (Goal goal : site.goals()) {
            json.withArray("goals")
                    .addObject()
                    .put("id", goal.id())
                    .put("name", goal.name())
                    .put("contains", goal.contains())
                    .put("revenue", goal.revenue());
        }
        return line.toString();
    }

    /**
     * Reads what stands under {@code site} in a line; all but the id may be left out.
     *
     * @throws IllegalArgumentException says what is wrong
     */
    public static Site read(String text) {
        try {
            return site(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a site is an object such as {\"id\": 1, \"name\": \"Shop\"}", e);
        }
    }

    private static Site site(JsonNode json) {
        int id = json.path("id").asInt();
        if (id < 1) {
            throw new IllegalArgumentException("a site needs an id, a whole number from 1 up");
        }
        Site plain = Site.plain(id, json.path("url").asText(""));
        return new Site(
                id,
                json.path("name").asText(plain.name()),
                plain.url(),
                SiteText.zone(json.path("timezone").asText("UTC")),
                json.path("currency").asText(plain.currency()),
                json.path("ecommerce").asBoolean(true),
                goals(json.path("goals")));
    }

    private static List<Goal> goals(JsonNode json) {
        List<Goal> goals = new ArrayList<>();
        for (JsonNode goal : json) {
            int id = goal.path("id").asInt();
            if (id < 1) {
                throw new IllegalArgumentException("a goal needs an id, a whole number from 1 up");
            }
            goals.add(new Goal(
                    id,
                    goal.path("name").asText("Goal " + id),
                    goal.path("contains").asText(""),
                    goal.path("revenue").asDouble()));
        }
        return goals;
    }
}
