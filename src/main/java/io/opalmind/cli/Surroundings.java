package io.opalmind.cli;

import java.io.InputStream;
import java.io.OutputStream;
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
        OutputStream err) {}
