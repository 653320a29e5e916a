package io.opalmind.cli;

/** The command line makes no sense; the message says what is wrong with it and what would do. */
final class UsageException extends RuntimeException {
    UsageException(String message) {
        super(message);
    }
}
