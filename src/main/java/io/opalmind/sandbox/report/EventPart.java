package io.opalmind.sandbox.report;

import java.util.function.Function;

/**
 * A part of an event that reports tell events apart by.
 *
 * @param segment the part's name in segments
 * @param member where a flat row holds it
 */
record EventPart(String segment, String member, Function<EventFigures, String> reading) {
    static final EventPart CATEGORY = new EventPart("eventCategory", "Events_EventCategory", EventFigures::category);
    static final EventPart ACTION = new EventPart("eventAction", "Events_EventAction", EventFigures::action);
    static final EventPart NAME = new EventPart("eventName", "Events_EventName", EventFigures::name);

    String of(EventFigures events) {
        return reading.apply(events);
    }
}
