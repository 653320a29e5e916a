package io.opalmind.store.redis;

import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;

/** A command under way, which tells the connection what it dies of: it may be one that nobody waits for yet. */
final class SentCommand<T> extends AsyncCommand<byte[], byte[], T> {
    private final FirstFault fault;

    SentCommand(Command<byte[], byte[], T> command, FirstFault fault) {
        super(command);
        this.fault = fault;
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        fault.note(failure);
        return super.completeExceptionally(failure);
    }
}
