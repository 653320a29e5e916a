package io.opalmind.cli;

/** What a command does. */
@FunctionalInterface
interface Command {
    /** The exit code. */
    int run();
}
