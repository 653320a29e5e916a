package io.opalmind.testing.matomo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses segments that Matomo refuses: a condition without an operator, or about nothing that is known. */
final class SegmentCheck {
    private static final Pattern CONDITION = Pattern.compile("(?s)(.+?)(==|!=|<=|>=|=@|!@|=\\^|=\\$|<|>)(.*)");

    private final Set<String> known = new HashSet<>();

    SegmentCheck(Recordings recordings) {
        for (JsonNode segment : recordings.first("API.getSegmentsMetadata")) {
            known.add(segment.path("segment").asText());
        }
    }

    /** The message of the first fault, or null. The segment is decoded once more before it is taken apart. */
    @Nullable
    String fault(String segment) {
        if (segment.isEmpty()) {
            return null;
        }
        for (String condition : QueryString.decode(segment).split("[;,]")) {
            Matcher parts = CONDITION.matcher(condition);
            if (!parts.matches()) {
                return Messages.badCondition(condition);
            }
            if (!known.contains(parts.group(1))) {
                return Messages.badSegment(parts.group(1));
            }
        }
        return null;
    }
}
