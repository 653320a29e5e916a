package io.opalmind.health;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs all probes at the same time, none for longer than its limit, and puts together what they found. */
public final class Examination {
    /** For a probe that keeps to its limit by itself, and says better than we could what it waited for. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final List<Probe> probes;
    private final Clock clock;

    /** @param probes in the order in which their checks are reported */
    public Examination(List<Probe> probes, Clock clock) {
        this.probes = probes;
        this.clock = clock;
    }

    /** What all of them found. */
    public HealthReport run() {
        long start = System.nanoTime();
        List<Running> running = new ArrayList<>();
        for (Probe probe : probes) {
            running.add(new Running(probe).started());
        }
        List<Check> checks = new ArrayList<>();
        for (Running one : running) {
            checks.addAll(result(one, start));
        }
        return HealthReport.of(checks, clock.instant());
    }

    private List<Check> result(Running one, long start) {
        long limit = one.probe.limit().plus(GRACE).toNanos();
        try {
            return one.task.get(Math.max(0, start + limit - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooSlow) {
            return missing(one.probe);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return missing(one.probe);
        }
    }

    private List<Check> missing(Probe probe) {
        List<Check> checks = new ArrayList<>();
        for (String name : probe.names()) {
            checks.add(new Finding(name, probe.componentType())
                    .fail("No answer within " + probe.limit().toMillis() + " ms.")
                    .at(clock.instant()));
        }
        return checks;
    }

    private static final class Running implements Callable<List<Check>> {
        private final Probe probe;
        private final FutureTask<List<Check>> task;

        Running(Probe probe) {
            this.probe = probe;
            this.task = new FutureTask<>(this);
        }

        Running started() {
            Thread thread = new Thread(task, "health-" + probe.names().get(0));
            thread.setDaemon(true);
            thread.start();
            return this;
        }

        @Override
        public List<Check> call() {
            return probe.run();
        }
    }
}
