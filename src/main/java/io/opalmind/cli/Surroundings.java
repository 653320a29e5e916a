package io.opalmind.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * All that an invocation has from outside, so that a test can run one in its own process.
 *
 * @param environment the process environment
 * @param directory the working directory, absolute
 */
public record Surroundings(
        Map<String, String> environment,
        Path directory,
        Clock clock,
        Terminal terminal,
        InputStream in,
        OutputStream out,
        OutputStream err) {

    /**
     * Writes to standard output.
     *
     * @throws OutputException where that fails
     */
    void print(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw OutputException.standardOutput(e);
        }
    }
}
