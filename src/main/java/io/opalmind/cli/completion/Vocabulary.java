package io.opalmind.cli.completion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All that can be typed: the one source of the scripts for all shells.
 *
 * @param commands each before those that belong to it; opalmind itself is the first
 */
public record Vocabulary(List<CommandWords> commands, List<ReportWords> reports) {
    public Vocabulary {
        commands = List.copyOf(commands);
        reports = List.copyOf(reports);
    }

    /** The options that every command takes, as the first declares them. */
    List<OptionWords> shared() {
        List<OptionWords> shared = new ArrayList<>(commands.get(0).options());
        for (CommandWords command : commands) {
            shared.retainAll(command.options());
        }
        return shared;
    }

    /** The command with that path. */
    CommandWords command(String path) {
        for (CommandWords command : commands) {
            if (command.path().equals(path)) {
                return command;
            }
        }
        throw new IllegalArgumentException(path);
    }

    /** The commands that belong to that one, with what they say of themselves. */
    List<CommandWords> below(CommandWords parent) {
        List<CommandWords> below = new ArrayList<>();
        for (String name : parent.commands()) {
            below.add(command((parent.path() + " " + name).strip()));
        }
        return below;
    }

    /** The columns of all reports, each once. */
    List<String> columns() {
        Set<String> all = new LinkedHashSet<>();
        for (ReportWords report : reports) {
            all.addAll(report.columns());
        }
        return List.copyOf(all);
    }
}
