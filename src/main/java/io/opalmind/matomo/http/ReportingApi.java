package io.opalmind.matomo.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.RowJson;
import io.opalmind.matomo.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Matomo's Reporting API: {@code module}, {@code method} and {@code format} in the query, all else, the token included,
 * in the body. With all of it in the body, errors of authentication come back as HTML; with the token in the URL it lands
 * in access logs, and a token marked 'secure' is refused.
 */
public final class ReportingApi {
    /** No report nests deeper than ten; what does is refused before it is too deep to be written again. */
    private static final int DEEPEST = 500;

    /**
     * Field names are compared by equals, so interning them in the JVM's table is work for nothing. Emoji are written as
     * they are, as JSON.stringify does, and half a pair of surrogates, which UTF-8 cannot say, becomes an escape.
     */
    public static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Transport transport;
    private final HttpSettings settings;
    private final Retries retries;
    private final LoginMemory logins;

    public ReportingApi(Transport transport, HttpSettings settings, Retries retries, LoginMemory logins) {
        this.transport = transport;
        this.settings = settings;
        this.retries = retries;
        this.logins = logins;
    }

    /**
     * Asks Matomo.
     *
     * @return an answer that is no error; the caller closes it
     * @throws MatomoException of the kind that fits; transient faults have been tried again by then
     */
    public ApiAnswer call(ApiCall call) {
        logins.check();
        String form = call.form();
        return retries.run(() -> attempt(call, form));
    }

    /** Asks and reads the whole answer as one value. */
    public Value read(ApiCall call) {
        return value(call(call), call);
    }

    /** The same, but without trying again. */
    public Value readAtOnce(ApiCall call) {
        logins.check();
        return value(attempt(call, call.form()), call);
    }

    private Value value(ApiAnswer opened, ApiCall call) {
        try (ApiAnswer answer = opened;
                JsonParser json = answer.json()) {
            return RowJson.read(json);
        } catch (IOException e) {
            throw unreadable(call);
        }
    }

    /**
     * Asks for several things in one request. The answers come in order; what failed is a row with {@code result:
     * error}, which {@link #orThrow} turns into its exception.
     */
    public List<Value> bulk(List<ApiCall> calls) {
        return answers(read(bulkCall(calls)), calls);
    }

    /** The same, but without trying again. */
    public List<Value> bulkAtOnce(List<ApiCall> calls) {
        return answers(readAtOnce(bulkCall(calls)), calls);
    }

    private static ApiCall bulkCall(List<ApiCall> calls) {
        ApiCall bulk = new ApiCall("API.getBulkRequest");
        for (int i = 0; i < calls.size(); i++) {
            bulk.with("urls[" + i + "]", calls.get(i).asBulkMember());
        }
        return bulk;
    }

    private List<Value> answers(Value answer, List<ApiCall> calls) {
        if (answer instanceof Value.Items items && items.values().size() == calls.size()) {
            return items.values();
        }
        throw Failures.badAnswer(settings, "as many answers as questions were expected of API.getBulkRequest");
    }

    private ApiAnswer attempt(ApiCall call, String form) {
        String path = "index.php?module=API&method=" + ApiCall.encode(call.method()) + "&format=JSON";
        String body = form + (form.isEmpty() ? "" : "&") + "token_auth=" + ApiCall.encode(settings.token());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            ApiAnswer answer =
                    OnTime.run(settings.timeout(), () -> ApiAnswer.hold(transport.post(path, FORM, bytes), settings));
            ApiAnswer good = Failures.check(answer, call, settings);
            logins.worked();
            return good;
        } catch (IOException e) {
            throw Unanswered.of(e, settings);
        } catch (MatomoException e) {
            logins.learn(e.kind());
            throw e;
        }
    }

    /** The failure of reading an answer whose first bytes were good. */
    public MatomoException unreadable(ApiCall call) {
        return Failures.badAnswer(settings, call.method() + " was answered with JSON that is damaged or cut short");
    }

    /** Hands a member of a bulk answer on, or throws what it failed with. */
    public Value orThrow(Value member, ApiCall call) {
        return Failures.orThrow(member, call, settings);
    }
}
