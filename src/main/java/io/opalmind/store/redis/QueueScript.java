package io.opalmind.store.redis;

import io.lettuce.core.output.ArrayOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.List;

/**
 * What the holder of a shard does to it, each in one step with the look whether it still is the holder: one that was held
 * up for longer than its lease must not end what another delivers. Only commands of Redis 6.2.
 *
 * <p>KEYS are stream, lease, state and damaged; the first argument is the holder's token. Who is not the holder gets an
 * empty answer.
 */
enum QueueScript {
    /**
     * Arguments: lease in milliseconds, by when it has to be due, most. All holders are one consumer of the group, as there is one at a time:
     * what one that died was given is the next one's at once, and comes before what nobody was given yet.
     */
    NEXT("""
            redis.call('PEXPIRE', KEYS[2], ARGV[2])
            local state = redis.call('HMGET', KEYS[3], 'entry', 'hit', 'due', 'tried')
            local due = tonumber(state[3] or '0') or 0
            if due > tonumber(ARGV[3]) or redis.call('EXISTS', KEYS[1]) == 0 then
              return {state, {}}
            end
            local most = tonumber(ARGV[4])
            local entries = {}
            local function read(from)
              local answer = redis.pcall('XREADGROUP', 'GROUP', 'opalmind', 'holder', 'COUNT', most - #entries,
                  'STREAMS', KEYS[1], from)
              if answer and answer.err then
                return answer
              end
              if answer and answer[1] then
                for _, entry in ipairs(answer[1][2]) do
                  entries[#entries + 1] = entry
                end
              end
            end
            local fault = read('0')
            if fault and string.find(fault.err, 'NOGROUP', 1, true) then
              redis.call('XGROUP', 'CREATE', KEYS[1], 'opalmind', '0')
              fault = read('0')
            end
            if not fault and #entries < most then
              fault = read('>')
            end
            return fault or {state, entries}
            """),
    /** Arguments: lease in milliseconds. */
    PROLONG("""
            return {redis.call('PEXPIRE', KEYS[2], ARGV[2])}
            """),
    /** Arguments: the entries that are delivered, or known to be elsewhere. */
    END("""
            local tried = redis.call('HGET', KEYS[3], 'entry')
            for i = 2, #ARGV do
              redis.call('XACK', KEYS[1], 'opalmind', ARGV[i])
              redis.call('XDEL', KEYS[1], ARGV[i])
              if tried == ARGV[i] then
                redis.call('DEL', KEYS[3])
              end
            end
            return {1}
            """),
    /** Arguments: entry, hit, when it is due, when it was tried. */
    FAIL("""
            redis.call('HSET', KEYS[3], 'entry', ARGV[2], 'hit', ARGV[3], 'due', ARGV[4], 'tried', ARGV[5])
            return {1}
            """),
    /** Arguments: entries that are no hits. They are kept for people to look at. */
    SET_ASIDE("""
            for i = 2, #ARGV do
              local found = redis.call('XRANGE', KEYS[1], ARGV[i], ARGV[i])
              if found[1] then
                redis.call('XADD', KEYS[4], '*', unpack(found[1][2]))
              end
              redis.call('XACK', KEYS[1], 'opalmind', ARGV[i])
              redis.call('XDEL', KEYS[1], ARGV[i])
            end
            return {1}
            """),
    RELEASE("""
            return {redis.call('DEL', KEYS[2])}
            """);

    private static final String ONLY_THE_HOLDER = """
            if redis.call('GET', KEYS[2]) ~= ARGV[1] then
              return {}
            end
            """;

    private final String body;

    QueueScript(String body) {
        this.body = body;
    }

    /** Sends it; the answer is empty to who is not the holder. */
    Reply<List<Object>> send(RedisLink link, QueueKeys keys, String token, List<byte[]> more) {
        CommandArgs<byte[], byte[]> args = RedisLink.args()
                .add(ONLY_THE_HOLDER + body)
                .add(4)
                .addKey(keys.stream())
                .addKey(keys.lease())
                .addKey(keys.state())
                .addKey(keys.damaged())
                .add(token);
        for (byte[] argument : more) {
            args.add(argument);
        }
        return link.send(CommandType.EVAL, new ArrayOutput<>(RedisLink.CODEC), args);
    }
}
