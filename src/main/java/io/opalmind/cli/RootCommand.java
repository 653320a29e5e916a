package io.opalmind.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code opalmind} itself: only its options do anything. */
@Command(
        name = "opalmind",
        sortOptions = false,
        description = "The command line for Matomo analytics.",
        footer = {"", "Configuration: MATOMO_BASE_URL and MATOMO_TOKEN, or a .env file; see docs/configuration.md."})
final class RootCommand {
    @Mixin
    GlobalOptions global = new GlobalOptions();

    @Option(
            names = {"-V", "--version"},
            order = 211,
            description = "Show the version.")
    boolean version;
}
