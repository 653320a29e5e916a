package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers API calls of someone whose token was accepted, or who sent none. */
final class ReportingApi {
    private final Checks checks;
    private final Answers answers;
    private final VisitsLog visits;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private volatile Speech speech = new Speech(5);

    ReportingApi(Recordings recordings, VisitsLog visits) {
        this.visits = visits;
        this.checks = new Checks(recordings);
        this.answers = new Answers(recordings);
    }

    void script(String method, Script script) {
        scripts.put(method, script);
    }

    void speak(Speech version) {
        speech = version;
    }

    int status(Refusal.Kind kind, Asker asker) {
        return speech.status(kind, asker);
    }

    Reply call(Map<String, String> params, Asker asker) {
        String method = params.getOrDefault("method", "");
        Reply scripted = scripted(method, params);
        if (scripted != null) {
            return scripted;
        }
        return method.equals("API.getBulkRequest") ? bulk(params, asker) : recorded(method, params, asker);
    }

    private @Nullable Reply scripted(String method, Map<String, String> params) {
        Script script = scripts.get(method);
        Map<String, String> visible = new LinkedHashMap<>(params);
        visible.remove("token_auth");
        String body = script == null ? null : script.answer(visible);
        return body == null ? null : new Reply(200, body, "scripted");
    }

    private Reply recorded(String method, Map<String, String> params, Asker asker) {
        if (visits.answers(method)) {
            return tracked(params, asker);
        }
        Found found = answers.recorded(params, asker);
        if (found == null) {
            Refusal refusal = checks.refusal(params, asker);
            if (refusal != null) {
                return refuse(refusal, asker, "error");
            }
            found = answers.found(params, asker);
        }
        if (found == null) {
            return refuse(Refusal.request(answers.noRecording(params)), asker, "error");
        }
        String error = found.body().path("result").asText().equals("error")
                ? found.body().path("message").asText()
                : null;
        return error == null
                ? Reply.of(200, speech.shape(method, found.body()), found.origin())
                : refuse(Refusal.recorded(error), asker, found.origin());
    }

    private Reply tracked(Map<String, String> params, Asker asker) {
        Refusal refusal = checks.visitsRefusal(params, asker);
        if (refusal != null) {
            return refuse(refusal, asker, "error");
        }
        Found found = visits.answer(params, asker);
        return Reply.of(200, speech.shape(VisitsLog.METHOD, found.body()), found.origin());
    }

    private Reply refuse(Refusal refusal, Asker asker, String origin) {
        return Reply.of(speech.status(refusal.kind(), asker), Json.error(refusal.message()), origin);
    }

    /** The members' answers in order; whatever a member's status would be, the whole is a 200. */
    private Reply bulk(Map<String, String> params, Asker asker) {
        Map<String, String> shared = new LinkedHashMap<>(params);
        shared.keySet().removeIf(name -> name.equals("method") || name.startsWith("urls["));
        ArrayNode replies = Json.NODES.arrayNode();
        params.forEach((name, member) -> {
            if (name.startsWith("urls[")) {
                replies.add(member(member, shared, asker));
            }
        });
        return Reply.of(200, replies, "bulk");
    }

    /** A member stands within a parameter, so Matomo decodes it once before it reads it as a query. */
    private JsonNode member(String member, Map<String, String> shared, Asker asker) {
        Map<String, String> params = new LinkedHashMap<>(shared);
        params.putAll(QueryString.parse(QueryString.decode(member)));
        JsonNode body = Json.parse(call(params, asker).text());
        if (body.path("result").asText().equals("error")) {
            ((ObjectNode) body)
                    .put("message", Messages.unescape(body.path("message").asText()));
        }
        return body;
    }
}
