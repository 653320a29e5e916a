package io.opalmind.cli;

/** Ends the process at once, without running anything more. */
@FunctionalInterface
public interface Exit {
    void leave(int code);
}
