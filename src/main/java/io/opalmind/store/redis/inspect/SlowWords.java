package io.opalmind.store.redis.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a slow command: what of them may be shown, and what to do about such a command. */
final class SlowWords {
    private static final String HIDDEN = "***";
    private static final int MOST_WORDS = 12;
    private static final int LONGEST_WORD = 80;

    /** What comes behind one of these is a password, wherever it stands. */
    private static final Set<String> BEFORE_SECRETS =
            Set.of("requirepass", "masterauth", "auth-pass", "tls-key-file-pass", "tls-client-key-file-pass");

    private final List<String> words;
    private final String name;

    SlowWords(List<String> words) {
        this.words = words;
        this.name = words.isEmpty() ? "" : words.get(0).toUpperCase(Locale.ROOT);
    }

    /** In one line. */
    String line() {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < Math.min(words.size(), MOST_WORDS); i++) {
            String word = isSecret(i) ? HIDDEN : words.get(i);
            line.append(i == 0 ? "" : " ").append(word, 0, Math.min(word.length(), LONGEST_WORD));
            line.append(word.length() > LONGEST_WORD ? "…" : "");
        }
        return words.size() > MOST_WORDS
                ? line.append(" … (").append(words.size()).append(" words)").toString()
                : line.toString();
    }

    private boolean isSecret(int index) {
        if (index == 0) {
            return false;
        }
        return switch (name) {
            case "AUTH" -> true;
            case "ACL" -> index > 2 && isRuleOfPassword(words.get(index));
            case "HELLO", "MIGRATE" -> follows(index, "auth", 2) || follows(index, "auth2", 2);
            default -> BEFORE_SECRETS.contains(words.get(index - 1).toLowerCase(Locale.ROOT));
        };
    }

    private static boolean isRuleOfPassword(String rule) {
        return !rule.isEmpty() && "><#!".indexOf(rule.charAt(0)) >= 0;
    }

    private boolean follows(int index, String word, int within) {
        for (int i = Math.max(1, index - within); i < index; i++) {
            if (words.get(i).toLowerCase(Locale.ROOT).equals(word)) {
                return true;
            }
        }
        return false;
    }

    String advice() {
        return switch (name) {
            case "KEYS" -> "Use SCAN: KEYS stops all others until it has gone through every key.";
            case "FLUSHALL", "FLUSHDB" -> "Say ASYNC behind it, and Redis frees the memory beside its work.";
            case "DEL" -> "Use UNLINK, which frees the memory beside the work.";
            case "HGETALL", "SMEMBERS", "LRANGE", "ZRANGE", "HKEYS", "HVALS", "SUNION", "SINTER", "SORT", "XRANGE" ->
                "It reads much at once; use HSCAN, SSCAN, ZSCAN or smaller ranges.";
            case "EVAL", "EVALSHA", "FCALL" -> "A script stops all others while it runs; let it do less.";
            case "GET", "SET", "SETEX", "PSETEX", "MGET", "MSET", "GETRANGE", "RESTORE", "DUMP" ->
                "The value is large, or the host is busy or swaps; 'inspect-redis memory' shows the largest.";
            case "SCAN" -> "Ask for fewer at once; of this tool's commands: --rate.";
            case "SAVE", "BGSAVE", "BGREWRITEAOF" ->
                "To fork takes long with much memory; switch transparent huge pages off.";
            case "CONFIG", "INFO", "SLOWLOG", "CLUSTER", "COMMAND", "CLIENT", "DEBUG", "ACL" ->
                "Rare commands may take that long; ask for it less often.";
            default -> "See what the host was doing then: other commands, a fork, swapping, a busy processor.";
        };
    }
}
