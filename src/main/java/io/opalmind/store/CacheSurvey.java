package io.opalmind.store;

/** Looks over what a cache holds, by names, sizes and times alone: no value is read, and nothing is changed. */
@FunctionalInterface
public interface CacheSurvey {
    /** The time to live of an entry that has no end. */
    long NO_END = -1;

    /**
     * Shows every entry whose time is not over. Memory stays flat, whatever their number. What is put or goes meanwhile
     * may be shown or not, and Redis may show an entry twice while it resizes its tables.
     *
     * @throws StoreException where the store cannot be asked; some entries may have been shown by then
     */
    void survey(Entries entries);

    /** Whoever looks. */
    @FunctionalInterface
    interface Entries {
        /**
         * One entry.
         *
         * @param key as it was put
         * @param bytes of key and value
         * @param timeToLive milliseconds that are left, more than zero; or {@link #NO_END}
         */
        void entry(String key, long bytes, long timeToLive);
    }
}
