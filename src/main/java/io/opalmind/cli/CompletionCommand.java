package io.opalmind.cli;

import io.opalmind.cli.completion.Shell;
import io.opalmind.config.ConfigLoader;
import io.opalmind.config.ConfigOptions;
import io.opalmind.config.SiteMapping;
import io.opalmind.render.TerminalText;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code opalmind completion SHELL}: the script that completes command lines in that shell. */
final class CompletionCommand implements Command {
    static final String NAME = "completion";
    static final String SUMMARY = "Print the script that completes command lines in a shell.";
    private static final String SITES = "--sites";

    private final Invocation invocation;
    private final @Nullable String typed;
    private final boolean sites;

    CompletionCommand(Invocation invocation, ParseResult parsed) {
        this.invocation = invocation;
        this.typed = parsed.matchedPositionalValue(0, (String) null);
        this.sites = Declared.has(parsed, SITES);
    }

    static CommandSpec spec() {
        CommandSpec spec = Declared.command(NAME);
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .paramLabel("SHELL")
                .type(String.class)
                .description("bash, zsh or fish.")
                .completionCandidates(Shell.names())
                .build());
        new Declared(spec).flag("Print the sites that have a name, ID and NAME a line: what the scripts ask.", SITES);
        spec.usageMessage()
                .description(SUMMARY)
                .footer(
                        "Install:",
                        "  bash, where bash-completion is installed:",
                        "    opalmind completion bash > \\",
                        "      ~/.local/share/bash-completion/completions/opalmind",
                        "  bash, elsewhere, with . ~/.opalmind.bash in ~/.bashrc:",
                        "    opalmind completion bash > ~/.opalmind.bash",
                        "  zsh, with fpath=(~/.zfunc $fpath) before compinit in ~/.zshrc:",
                        "    opalmind completion zsh > ~/.zfunc/_opalmind",
                        "  fish:",
                        "    opalmind completion fish > ~/.config/fish/completions/opalmind.fish");
        return spec;
    }

    @Override
    public int run() {
        invocation.surroundings().print(sites ? sites() : script());
        return ExitCode.DONE;
    }

    private String script() {
        if (typed == null) {
            throw new UsageException("Which shell? " + Names.all(Shell.names()) + ".");
        }
        Shell shell = Shell.named(typed);
        if (shell == null) {
            throw new UsageException(
                    "No completions for '" + typed + "'. There are: " + Names.all(Shell.names()) + ".");
        }
        return shell.script(CompletionWords.all());
    }

    private String sites() {
        if (typed != null) {
            throw new UsageException(SITES + " and SHELL exclude each other; leave one out.");
        }
        GlobalOptions global = invocation.global();
        Surroundings surroundings = invocation.surroundings();
        SiteMapping mapping = new ConfigLoader(surroundings.environment(), surroundings.directory(), surroundings.in())
                .sites(new ConfigOptions(global.envFile(), global.profile(), null, Map.of(), false));
        StringBuilder lines = new StringBuilder();
        for (String name : mapping.names()) {
            if (canBeTyped(name)) {
                lines.append(mapping.find(name)).append('\t').append(name).append('\n');
            }
        }
        return lines.toString();
    }

    /** {@code --site} takes several with commas between them, and what a terminal could obey is never written to one. */
    private static boolean canBeTyped(String name) {
        return !name.isBlank()
                && name.equals(name.strip())
                && name.indexOf(',') < 0
                && name.equals(TerminalText.harmless(name));
    }
}
