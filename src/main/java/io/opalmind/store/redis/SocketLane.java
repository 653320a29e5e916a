package io.opalmind.store.redis;

import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.protocol.RedisProtocolException;
import io.lettuce.core.protocol.RedisStateMachine;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.opalmind.store.StoreException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection: lettuce's commands and its decoder of answers, over a blocking wire. lettuce's own connection is made
 * for servers that run for months; for a command of a tenth of a second it starts threads and loads a thousand classes of
 * netty and reactor, which cost more than all the rest (docs/adr/0001).
 *
 * <p>Answers come in the order of the commands. After a fault of the connection each use of it fails at once and with the
 * same words: nothing reconnects.
 */
final class SocketLane implements Lane {
    /** What answers more is no cache of ours. */
    private static final int LONGEST_ANSWER = 64 * 1024 * 1024;
    /** So many milliseconds for what a Redis says that hung up: it is there already, or it is not. */
    private static final int LAST_WORDS = 200;

    private final Wire wire;
    private final RedisSettings settings;
    private final RedisStateMachine decoder = new RedisStateMachine();
    private final Deque<Command<byte[], byte[], ?>> underway = new ArrayDeque<>();
    private final Misfits misfits = new Misfits();
    private final ByteBuf out;
    private final ByteBuf in;
    private int unanswered;
    private @Nullable StoreException broken;

    SocketLane(Wire wire, RedisSettings settings) {
        this.wire = wire;
        this.settings = settings;
        UnpooledByteBufAllocator heap = new UnpooledByteBufAllocator(false, true);
        out = heap.heapBuffer(1024);
        in = heap.heapBuffer(Wire.CHUNK);
        decoder.setProtocolVersion(ProtocolVersion.RESP2);
    }

    /** Keeps what an answer of the wrong kind leads to; lettuce hands it to the command, which nobody may wait for. */
    private static final class Misfits implements Consumer<Throwable> {
        private @Nullable Throwable first;

        @Override
        public void accept(Throwable misfit) {
            first = first == null ? misfit : first;
        }
    }

    @Override
    public synchronized <T> SocketReply<T> send(Command<byte[], byte[], T> command) {
        check();
        command.encode(out);
        underway.add(command);
        return new SocketReply<>(this, command);
    }

    @Override
    public synchronized void flush() {
        check();
        flush(TimeLimit.of(settings.commandTimeout()));
    }

    /** Waits until that command is answered, and throws the error where it is one. */
    synchronized void await(Command<?, ?, ?> command, TimeLimit limit) {
        if (!command.isDone()) {
            check();
            flush(limit);
            receiveAnswer(command, limit);
        }
        String error = command.getOutput().getError();
        if (error != null) {
            throw RedisFaults.reply(error, settings);
        }
    }

    private void check() {
        if (broken != null) {
            throw new StoreException(String.valueOf(broken.getMessage()), broken);
        }
    }

    private void flush(TimeLimit limit) {
        int bytes = out.readableBytes();
        if (bytes > 0) {
            try {
                wire.write(out, unanswered, limit);
                unanswered += bytes;
                out.clear();
            } catch (IOException e) {
                throw breakDown(lastWords(e), limit);
            }
        }
    }

    private void receiveAnswer(Command<?, ?, ?> command, TimeLimit limit) {
        try {
            while (!command.isDone()) {
                receive(limit);
            }
        } catch (IOException e) {
            throw breakDown(e, limit);
        }
    }

    private void receive(TimeLimit limit) throws IOException {
        if (!wire.read(in, limit)) {
            throw new WireException(RedisFaults.CLOSED);
        }
        if (in.readableBytes() > LONGEST_ANSWER) {
            throw new WireException("it answered more than " + LONGEST_ANSWER / 1024 / 1024 + " MB");
        }
        decode();
        in.discardReadBytes();
        unanswered = underway.isEmpty() ? 0 : unanswered;
    }

    private void decode() throws IOException {
        try {
            for (Command<?, ?, ?> next = underway.peek(); next != null && in.isReadable(); next = underway.peek()) {
                if (!decoder.decode(in, next.getOutput(), misfits)) {
                    return;
                }
                next.complete();
                underway.remove();
            }
        } catch (RuntimeException e) {
            misfits.accept(e);
        }
        if (misfits.first != null) {
            boolean told = misfits.first instanceof RedisProtocolException;
            String kind = told ? misfits.first.getMessage() : "an answer of another kind";
            throw new WireException("what answers is no Redis (" + kind + ")", misfits.first);
        }
    }

    /** A Redis that turns a client away says why and hangs up; its word may be there although the write failed. */
    private Throwable lastWords(IOException failure) {
        try {
            TimeLimit limit = TimeLimit.of(LAST_WORDS);
            Command<?, ?, ?> first = underway.getFirst();
            while (!first.isDone()) {
                receive(limit);
            }
            String error = first.getOutput().getError();
            return error == null ? failure : RedisFaults.reply(error, settings);
        } catch (IOException nothing) {
            return failure;
        }
    }

    private StoreException breakDown(Throwable failure, TimeLimit limit) {
        StoreException fault = RedisFaults.of(failure, settings, limit.granted(), new FirstFault());
        broken = fault;
        wire.close();
        return fault;
    }

    @Override
    public List<Lane> masters() {
        return List.of(this);
    }

    @Override
    public void close() {
        wire.close();
    }
}
