package io.opalmind.sandbox.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Values in the segments that stand beside rows. */
final class Segments {
    private Segments() {}

    /** A value encoded once, as PHP does it. */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("*", "%2A");
    }
}
