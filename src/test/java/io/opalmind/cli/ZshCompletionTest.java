package io.opalmind.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.io.TempDir;

class ZshCompletionTest extends CompletionContract {
    /** What zsh knows of all its completions takes it a second to find out. */
    @TempDir
    static Path known;

    @Override
    String program() {
        return "zsh";
    }

    @Override
    String interactive(Path startUpFiles, Path folder) throws IOException {
        Files.copy(startUpFiles.resolve("zshrc"), folder.resolve(".zshrc"), StandardCopyOption.REPLACE_EXISTING);
        return "export ZDOTDIR='" + folder + "' DUMP='" + known.resolve("dump") + "'; exec zsh -d -i";
    }

    @Override
    Path script() {
        return Path.of("completions/_opalmind");
    }
}
