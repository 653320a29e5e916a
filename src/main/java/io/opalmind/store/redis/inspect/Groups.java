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

    private final Map<String, Sum> sums = new LinkedHashMap<>();

    /** Of one name. */
    private static final class Sum {
        private long keys;
        private long bytes;
    }

    /** @param first names that are to be there, in that order, with no key yet */
    Groups(String... first) {
        for (String name : first) {
            sums.put(name, new Sum());
        }
    }

    void add(String name, long bytes) {
        Sum sum = sums.get(name);
        if (sum == null) {
            sum = sums.computeIfAbsent(sums.size() < MOST ? name : OTHERS, fresh -> new Sum());
        }
        sum.keys++;
        sum.bytes += Math.max(0, bytes);
    }

    /** In the order in which they were given. */
    List<Group> inOrder() {
        List<Group> groups = new ArrayList<>(sums.size());
        sums.forEach((name, sum) -> groups.add(new Group(name, sum.keys, sum.bytes)));
        return groups;
    }

    /** Those with the most keys first. */
    List<Group> byKeys() {
        List<Group> sorted = inOrder();
        sorted.sort(Comparator.comparingLong(Group::keys).reversed().thenComparing(Group::name));
        return sorted;
    }
}
