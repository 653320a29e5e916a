package io.opalmind.cli;

import java.nio.file.Path;

class FishCompletionTest extends CompletionContract {
    @Override
    String program() {
        return "fish";
    }

    @Override
    String interactive(Path startUpFiles, Path folder) {
        return "exec fish --no-config -i -C 'source " + startUpFiles.resolve("fishrc") + "'";
    }

    @Override
    Path script() {
        return Path.of("completions/opalmind.fish");
    }

    @Override
    boolean seesBehindTheCursor() {
        return false;
    }
}
