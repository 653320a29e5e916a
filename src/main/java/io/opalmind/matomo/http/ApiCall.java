package io.opalmind.matomo.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of the Reporting API: its method and parameters, without the token. */
public final class ApiCall {
    private final String method;
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    public ApiCall(String method) {
        this.method = method;
    }

    public String method() {
        return method;
    }

    /** Adds a parameter; one without a value is left out. */
    public ApiCall with(String name, @Nullable String value) {
        if (value != null) {
            names.add(name);
            values.add(value);
        }
        return this;
    }

    public ApiCall with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** The parameters as a form body, {@code a=1&b=2}. */
    public String form() {
        StringBuilder form = new StringBuilder(128);
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                form.append('&');
            }
            form.append(encode(names.get(i))).append('=').append(encode(values.get(i)));
        }
        return form.toString();
    }

    /**
     * The call as one member of API.getBulkRequest, where the method stands among the parameters. Encoded as a whole,
     * since Matomo decodes each member once more than PHP does: a segment with an {@literal &} would fall apart.
     */
    String asBulkMember() {
        return encode("method=" + encode(method) + (names.isEmpty() ? "" : "&" + form()));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
