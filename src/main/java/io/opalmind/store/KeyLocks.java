package io.opalmind.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Does something to each of several keys while no other process or thread can. */
final class KeyLocks {
    private final HitsDirectory home;
    private volatile boolean ready;

    KeyLocks(HitsDirectory home) {
        this.home = home;
    }

    /** What is done to a key. */
    interface Work {
        /**
         * Does it.
         *
         * @param index of the key in its list
         * @param name of its files ({@link KeyName})
         */
        void on(int index, String name) throws IOException;
    }

    /** Shard after shard, so that each lock is taken once. */
    void each(List<String> keys, Work work) {
        String[] names = new String[keys.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = KeyName.of(keys.get(i));
        }
        Path claims = home.path().resolve("claims");
        try {
            if (!ready) {
                claims = home.make("claims");
                ready = true;
            }
            for (int shard = 0; shard < ClaimLock.SHARDS; shard++) {
                each(claims, shard, names, work);
            }
        } catch (IOException e) {
            throw LocalFault.cannot("write", claims, e);
        }
    }

    private static void each(Path claims, int shard, String[] names, Work work) throws IOException {
        ClaimLock lock = null;
        try {
            for (int i = 0; i < names.length; i++) {
                if (Character.digit(names[i].charAt(0), ClaimLock.SHARDS) == shard) {
                    lock = lock == null ? ClaimLock.take(claims, shard) : lock;
                    work.on(i, names[i]);
                }
            }
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }
}
