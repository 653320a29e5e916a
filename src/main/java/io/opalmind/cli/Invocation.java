package io.opalmind.cli;

/** What a command is handed: the surroundings, the console, and the options that every command takes. */
record Invocation(Surroundings surroundings, Console console, GlobalOptions global, Cleanup cleanup, Exit exit) {}
