package io.opalmind.matomo.track;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hit as a file holds it: by Matomo's names, or by ours, which are the SDK's. Where one of ours is there, the hit is of
 * the kind that the member {@code kind} says, else of the kind its names speak of, else a page view; Matomo's names may
 * stand beside ours.
 *
 * @param hit in Matomo's names, not checked yet
 * @param kind null where all names are Matomo's
 * @param key the member {@code idempotencyKey}, or null
 * @param faults names and values that mean nothing; {@link HitChecks} may find more
 */
public record NamedHit(
        Hit hit, @Nullable HitKind kind, @Nullable String key, List<HitFault> faults) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Names of ours that no option has, with Matomo's. */
    private static final String[][] OTHERS = {
        {"site", "idsite"}, {"site-id", "idsite"}, {"new-visit", "new_visit"}, {"bot", "bots"},
        {"custom-vars", "cvar"}, {"custom-var", "cvar"}, {"visit-vars", "_cvar"}, {"visit-var", "_cvar"},
        {"items", "ec_items"}
    };

    /** Of the members of an object or the cells of a row, without those that stand for nothing. */
    public static NamedHit of(Map<String, String> members) {
        return new Reading(members).hit();
    }

    /**
     * Of a JSON object: the parser stands on its start, and then on its end. Texts, numbers as they are written, true and
     * false as 1 and 0; arrays and objects as JSON; null is left out.
     *
     * @throws IOException where the JSON is damaged
     */
    public static NamedHit of(JsonParser json) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (token != JsonToken.VALUE_NULL) {
                members.put(name, value(json, token));
            }
        }
        return of(members);
    }

    private static String value(JsonParser json, JsonToken token) throws IOException {
        if (token.isStructStart()) {
            StringWriter text = new StringWriter();
            try (JsonGenerator copy = JSON.createGenerator(text)) {
                copy.copyCurrentStructure(json);
            }
            return text.toString();
        }
        return token == JsonToken.VALUE_TRUE ? "1" : token == JsonToken.VALUE_FALSE ? "0" : json.getText();
    }

    private static @Nullable String other(String name) {
        String kebab = HitNames.kebab(name);
        for (String[] pair : OTHERS) {
            if (pair[0].equals(kebab)) {
                return pair[1];
            }
        }
        return null;
    }

    /** Works through the members of one hit. */
    private static final class Reading {
        private final Map<String, String> members;
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private final List<HitFault> faults = new ArrayList<>();
        private @Nullable HitKind kind;
        private @Nullable String key;

        Reading(Map<String, String> members) {
            this.members = members;
        }

        NamedHit hit() {
            String named = members.getOrDefault("kind", "");
            kind = named.isEmpty() ? guess() : HitKind.of(named);
            if (!named.isEmpty() && kind == null) {
                faults.add(new HitFault("kind", named, "no kind of hit"));
            }
            for (Map.Entry<String, String> member : members.entrySet()) {
                if (!member.getKey().equals("kind")) {
                    read(member.getKey(), member.getValue());
                }
            }
            Hit hit = kind == null ? Hit.of(parameters) : HitNames.hit(kind, parameters);
            return new NamedHit(hit, kind, key, faults);
        }

        private @Nullable HitKind guess() {
            HitKind told = HitNames.kindOf(members.keySet());
            if (told != null) {
                return told;
            }
            for (String name : members.keySet()) {
                HitField field = HitNames.find(HitKind.PAGEVIEW, name);
                boolean ours = field != null && !field.parameter().equals(name);
                if (ours || (field == null && other(name) != null)) {
                    return HitKind.PAGEVIEW;
                }
            }
            return null;
        }

        private void read(String name, String value) {
            if (HitNames.kebab(name).equals("idempotency-key")) {
                key = value.isEmpty() ? null : value;
            } else if (name.equals("dimensions")) {
                dimensions(value);
            } else {
                HitField field = kind == null ? null : HitNames.find(kind, name);
                String other = field == null && kind != null ? other(name) : null;
                put(name, field != null ? field.parameter() : other != null ? other : matomos(name), value);
            }
        }

        /** Matomo's names have no capital letters and no dashes, so such a name is one of ours that is wrong here. */
        private String matomos(String name) {
            HitKind owner = HitNames.kindOf(name);
            if (!name.equals(HitNames.kebab(name)) || name.indexOf('-') >= 0 || (kind != null && owner != null)) {
                String whose = owner == null ? "is no field of a hit" : "belongs to kind " + owner.label();
                faults.add(new HitFault(name, null, whose));
            }
            return name;
        }

        private void put(String name, String parameter, String value) {
            try {
                String before = parameters.put(parameter, adopted(name, parameter, value));
                if (before != null) {
                    faults.add(new HitFault(name, value, "given twice, once as " + parameter));
                }
            } catch (IllegalArgumentException e) {
                faults.add(new HitFault(name, value, "" + e.getMessage()));
            }
        }

        /** What Matomo takes for it; values under Matomo's own names are left alone. */
        private String adopted(String name, String parameter, String value) {
            if (name.equals(parameter)) {
                return value;
            }
            return switch (parameter) {
                case "ec_items" -> new EcommerceItems().addJson(value).json();
                case "cvar", "_cvar" -> CustomVariables.adopted(value);
                case "new_visit", "bots" -> value.equals("true") ? "1" : value.equals("false") ? "0" : value;
                default -> value;
            };
        }

        private void dimensions(String value) {
            try (JsonParser json = JSON.createParser(value)) {
                if (json.nextToken() == JsonToken.START_OBJECT) {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        String index = json.currentName();
                        json.nextToken();
                        put("dimension" + index, "dimension" + index, json.getText());
                    }
                    return;
                }
            } catch (IOException damaged) {
                // Told below.
            }
            faults.add(new HitFault("dimensions", value, "an object as in {\"1\":\"value\"}"));
        }
    }
}
