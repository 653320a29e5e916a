package io.opalmind.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A shard in local files that is this process' own. */
final class LocalShard implements HitQueue.Shard {
    private final ShardLock lock;
    private final LocalQueueFiles files;
    private final SegmentDirectory directory;
    private final int number;
    private final boolean all;
    private final Clock clock;
    /** Names that were listed and not yet read. */
    private final Deque<String> ahead = new ArrayDeque<>();
    /** What was read and waits, in order. */
    private final List<Entry> hand = new ArrayList<>();
    /** So many of these were given out. */
    private int given;

    private @Nullable ShardState state;
    private boolean closed;

    private record Entry(Segment segment, int line, KeptHit hit) {
        boolean is(@Nullable ShardState state) {
            return state != null && state.isOf(segment.name(), line);
        }
    }

    LocalShard(ShardLock lock, LocalQueueFiles files, int shard, boolean all, Clock clock) throws IOException {
        this.lock = lock;
        this.files = files;
        this.directory = files.shard(shard);
        this.number = shard;
        this.all = all;
        this.clock = clock;
        SafeFile.sweep(files.queue());
        directory.sweepMarks();
        state = ShardState.read(stateFile(), directory.path());
    }

    @Override
    public List<KeptHit> next(int most) {
        check();
        given = 0;
        if (!all && state != null && state.dueAt() > clock.millis()) {
            return List.of();
        }
        try {
            while (hand.size() < most && readNext()) {
                // until there is enough
            }
        } catch (IOException e) {
            throw LocalFault.cannot("read", directory.path(), e);
        }
        given = Math.min(most, hand.size());
        List<KeptHit> next = new ArrayList<>(given);
        for (Entry entry : hand.subList(0, given)) {
            next.add(entry.hit);
        }
        return next;
    }

    /** The names are listed again only when those known are used up: what was added since stands behind them. */
    private boolean readNext() throws IOException {
        if (ahead.isEmpty()) {
            Set<String> read = new HashSet<>();
            hand.forEach(entry -> read.add(entry.segment.name()));
            ahead.addAll(directory.names());
            ahead.removeAll(read);
        }
        String name = ahead.poll();
        if (name == null) {
            return false;
        }
        Segment segment = directory.read(name);
        if (segment != null && segment.first() < 0) {
            segment.endAll(files.damaged());
        } else if (segment != null) {
            takeInHand(segment);
        }
        return true;
    }

    private void takeInHand(Segment segment) {
        for (int line = 0; line < segment.lines(); line++) {
            KeptHit hit = segment.hit(line);
            if (hit != null) {
                Entry entry = new Entry(segment, line, hit);
                hand.add(state != null && entry.is(state) ? new Entry(segment, line, state.hit()) : entry);
            }
        }
    }

    @Override
    public void delivered(List<KeptHit> hits) {
        check();
        List<Entry> ended = new ArrayList<>(hits.size());
        int from = 0;
        for (KeptHit hit : hits) {
            int found = find(hit.key(), from, ended);
            ended.add(hand.get(found));
            from = found + 1;
        }
        end(ended);
    }

    @Override
    public void failed(KeptHit now, Instant dueAt) {
        check();
        int found = find(now.key(), 0, List.of());
        Entry entry = hand.get(found);
        ShardState next = new ShardState(entry.segment.name(), entry.line, now, dueAt.toEpochMilli(), clock.millis());
        try {
            next.write(files.queue(), LocalQueueFiles.state(number));
        } catch (IOException e) {
            throw LocalFault.cannot("write", stateFile(), e);
        }
        state = next;
        hand.set(found, new Entry(entry.segment, entry.line, now));
    }

    @Override
    public void refused(KeptHit now) {
        check();
        Entry entry = hand.get(find(now.key(), 0, List.of()));
        try {
            files.addDead(now, entry.segment.name(), entry.line);
        } catch (IOException e) {
            throw LocalFault.cannot("write", files.dead().path(), e);
        }
        end(List.of(entry));
    }

    /** From there on, as hits are mostly ended in their order, and else from the start. */
    private int find(String key, int from, List<Entry> without) {
        for (int i = 0; i < given; i++) {
            int place = (from + i) % given;
            Entry entry = hand.get(place);
            if (entry.hit.key().equals(key) && (place >= from || !without.contains(entry))) {
                return place;
            }
        }
        throw new IllegalArgumentException("no hit of the last next: " + key);
    }

    private void end(List<Entry> ended) {
        Map<Segment, BitSet> lines = new LinkedHashMap<>();
        boolean tried = false;
        for (Entry entry : ended) {
            lines.computeIfAbsent(entry.segment, any -> new BitSet()).set(entry.line);
            tried |= entry.is(state);
        }
        try {
            for (Map.Entry<Segment, BitSet> segment : lines.entrySet()) {
                segment.getKey().end(segment.getValue(), files.damaged());
            }
            SafeFile.sync(directory.path());
            if (tried) {
                state = null;
                Files.deleteIfExists(stateFile());
            }
        } catch (IOException e) {
            throw LocalFault.cannot("write", directory.path(), e);
        }
        hand.removeIf(entry -> entry.segment.hit(entry.line) == null);
        given -= ended.size();
    }

    private Path stateFile() {
        return files.queue().resolve(LocalQueueFiles.state(number));
    }

    private void check() {
        if (closed) {
            throw new StoreException("this part of the queue is closed", null);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            lock.close();
        } catch (IOException e) {
            throw LocalFault.cannot("unlock", directory.path(), e);
        }
    }
}
