package io.opalmind.cli;

import java.nio.file.Path;

class BashCompletionTest extends CompletionContract {
    @Override
    String program() {
        return "bash";
    }

    @Override
    String interactive(Path startUpFiles, Path folder) {
        return "exec bash --noprofile --rcfile '" + startUpFiles.resolve("bashrc") + "' -i";
    }

    @Override
    Path script() {
        return Path.of("completions/opalmind.bash");
    }
}
