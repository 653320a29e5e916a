package io.opalmind.store.redis;

import io.lettuce.core.event.Event;
import io.lettuce.core.event.EventBus;
import reactor.core.publisher.Flux;

/** Nobody listens to lettuce's events in a one-shot command; its own bus starts reactor's schedulers. */
final class SilentEventBus implements EventBus {
    @Override
    public Flux<Event> get() {
        return Flux.never();
    }

    @Override
    public void publish(Event event) {}
}
