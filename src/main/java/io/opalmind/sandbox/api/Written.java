package io.opalmind.sandbox.api;

import io.opalmind.sandbox.visits.PhpQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition of a segment as it was written.
 *
 * @param value decoded; empty only where the operator is {@code ==} or {@code !=}
 */
record Written(String name, Operator operator, String value) {
    /** Longer segments are cut there, in characters. */
    private static final int LONGEST = 8192;

    private static final Pattern CONDITION = Pattern.compile("^(.+?)(==|!=|>=|>|<=|<|=@|!@|=\\^|=\\$)(.*)");
    private static final Pattern AND = Pattern.compile(";(?!$)(?<!\\\\;)");
    private static final Pattern OR = Pattern.compile(",(?!$)(?<!\\\\,)");

    /**
     * Takes a segment apart: all of the lists must hold, of each list one. It is decoded before it is cut at the semicolons and
     * commas, so one in a value needs a backslash, and the pieces are decoded again.
     */
    static List<List<Written>> parse(String segment) {
        String decoded = PhpQuery.decode(segment.strip()).strip();
        List<List<Written>> all = new ArrayList<>();
        for (String alternatives : AND.split(decoded.substring(0, Math.min(LONGEST, decoded.length())), -1)) {
            if (!alternatives.isEmpty()) {
                List<Written> any = new ArrayList<>();
                for (String one : OR.split(alternatives, -1)) {
                    any.add(condition(one.replace("\\;", ";").replace("\\,", ",")));
                }
                all.add(any);
            }
        }
        return all;
    }

    private static Written condition(String text) {
        String decoded = PhpQuery.decode(text);
        Matcher parts = CONDITION.matcher(decoded);
        if (!parts.lookingAt()) {
            throw Errors.badCondition(decoded);
        }
        Operator operator = Operator.of(parts.group(2));
        String value = PhpQuery.decode(parts.group(3));
        if (value.isEmpty() && !operator.isEquality()) {
            throw Errors.valueMissing(decoded);
        }
        return new Written(parts.group(1), operator, value);
    }

    /** The error for a comparison that Matomo may know and the sandbox does not. */
    Refusal notCovered() {
        return Errors.notCovered("segments with " + name + operator.sign() + (value.isEmpty() ? " and no value" : ""));
    }
}
