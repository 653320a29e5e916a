package io.opalmind.health;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A check that is being made. */
final class Finding {
    private final String name;
    private final String componentType;
    private final Row details = new Row();
    private final List<Measure> measures = new ArrayList<>();
    private CheckStatus status = CheckStatus.PASS;
    private Value observed = Value.Nothing.INSTANCE;
    private String unit = "";
    private String output = "";

    Finding(String name, String componentType) {
        this.name = name;
        this.componentType = componentType;
    }

    Finding pass(String sentence) {
        return found(CheckStatus.PASS, sentence);
    }

    Finding warn(String sentence) {
        return found(CheckStatus.WARN, sentence);
    }

    Finding fail(String sentence) {
        return found(CheckStatus.FAIL, sentence);
    }

    Finding found(CheckStatus how, String sentence) {
        status = status.or(how);
        output = output.isEmpty() ? sentence : output + " " + sentence;
        return this;
    }

    Finding observed(long value, String valueUnit) {
        return observed(Value.Num.of(value), valueUnit);
    }

    Finding observed(Value value, String valueUnit) {
        observed = value;
        unit = valueUnit;
        return this;
    }

    Finding measure(Measure measure) {
        measures.add(measure);
        return this;
    }

    Finding detail(String member, long number) {
        details.put(member, number);
        return this;
    }

    Finding detail(String member, String text) {
        details.put(member, text);
        return this;
    }

    Finding detail(String member, Value value) {
        details.put(member, value);
        return this;
    }

    Check at(Instant time) {
        return new Check(name, status, componentType, observed, unit, time, output, details, List.copyOf(measures));
    }
}
