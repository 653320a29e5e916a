package io.opalmind.matomo.track.bulk;

import java.util.ArrayList;
import java.util.List;

/** The lanes at work. */
final class Lanes {
    private final List<Lane> lanes;
    private final List<Thread> threads;
    private final Ledger ledger;

    private Lanes(List<Lane> lanes, List<Thread> threads, Ledger ledger) {
        this.lanes = lanes;
        this.threads = threads;
        this.ledger = ledger;
    }

    static Lanes start(List<Lane> lanes, Ledger ledger) {
        List<Thread> threads = new ArrayList<>();
        for (Lane lane : lanes) {
            Thread thread = new Thread(lane, "opalmind-lane-" + threads.size());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return new Lanes(lanes, threads, ledger);
    }

    /** For a dry run: lines come to nothing, and are not counted. */
    static Lanes none(Ledger ledger) {
        return new Lanes(List.of(), List.of(), ledger);
    }

    /** All hits of a visitor go the same way. */
    void add(ImportLine line) throws InterruptedException {
        if (lanes.isEmpty()) {
            ledger.check(line);
            return;
        }
        int hash = line.hit().visitor().hashCode();
        lanes.get(Math.floorMod(hash ^ (hash >>> 16), lanes.size())).add(line);
    }

    /** Has all that was read decided, so that the window can move on. */
    void settle() throws InterruptedException {
        for (Lane lane : lanes) {
            lane.settle();
        }
    }

    /** Has all of it sent, and waits until it is. */
    void end() throws InterruptedException {
        for (Lane lane : lanes) {
            lane.end();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
