package io.opalmind.store.redis.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user of Redis, as ACL GETUSER tells it. Its passwords are left where they are.
 *
 * @param flags {@code on}, {@code nopass}…
 * @param commands the rules for commands; of Redis 7 those of each selector too
 */
record AclUser(Set<String> flags, List<String> commands) {
    /** @param reply names and values in turn; null where it was not told */
    static @Nullable AclUser of(@Nullable List<Object> reply) {
        if (reply == null || reply.isEmpty()) {
            return null;
        }
        List<String> commands = new ArrayList<>();
        commands.add(text(member(reply, "commands")));
        if (member(reply, "selectors") instanceof List<?> selectors) {
            for (Object selector : selectors) {
                commands.add(selector instanceof List<?> rules ? text(member(rules, "commands")) : "");
            }
        }
        List<String> flags = new ArrayList<>();
        if (member(reply, "flags") instanceof List<?> words) {
            words.forEach(word -> flags.add(text(word)));
        }
        return new AclUser(Set.copyOf(flags), commands);
    }

    private static @Nullable Object member(List<?> pairs, String name) {
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            if (name.equals(text(pairs.get(i)))) {
                return pairs.get(i + 1);
            }
        }
        return null;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : ViewReader.text(value);
    }

    /** Whether anybody may be this user, whatever password is given. */
    boolean isOpen() {
        return flags.contains("on") && flags.contains("nopass");
    }

    boolean isOn() {
        return flags.contains("on");
    }

    /** Whether one of its sets of rules allows that command. */
    boolean may(Dangerous command) {
        for (String rules : commands) {
            if (allows(rules, command)) {
                return true;
            }
        }
        return false;
    }

    /** Rules are applied in the order in which they stand. */
    private static boolean allows(String rules, Dangerous command) {
        boolean allowed = false;
        for (String rule : rules.toLowerCase(Locale.ROOT).split(" ", -1)) {
            if (rule.length() > 1 && concerns(rule.substring(1), command)) {
                allowed = rule.charAt(0) == '+';
            }
        }
        return allowed;
    }

    private static boolean concerns(String rule, Dangerous command) {
        return rule.startsWith("@") ? command.isIn(rule.substring(1)) : command.isMeantBy(rule);
    }
}
