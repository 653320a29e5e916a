package io.opalmind.store.redis.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts keys by a name. Whoever may write keys may make up names, so of these only so many are kept apart. */
final class Groups {
    private static final String OTHERS = "(others)";
    private static final int MOST = 1000;

    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** @param first names that are to be there, in that order, with no key yet */
    Groups(String... first) {
        for (String name : first) {
            groups.put(name, new Group(name, 0, 0));
        }
    }

    void add(String name, long bytes) {
        String kept = groups.containsKey(name) || groups.size() < MOST ? name : OTHERS;
        groups.merge(kept, new Group(kept, 1, Math.max(0, bytes)), (had, one) -> had.plus(bytes));
    }

    /** In the order in which they were given. */
    List<Group> inOrder() {
        return List.copyOf(groups.values());
    }

    /** Those with the most keys first. */
    List<Group> byKeys() {
        List<Group> sorted = new ArrayList<>(groups.values());
        sorted.sort(Comparator.comparingLong(Group::keys).reversed().thenComparing(Group::name));
        return sorted;
    }
}
