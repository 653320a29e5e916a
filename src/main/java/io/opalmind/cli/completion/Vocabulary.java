package io.opalmind.cli.completion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /** Options that the same commands take. */
    record Block(List<String> paths, List<OptionWords> options) {}

    /** Every option once, together with those of the same commands. */
    List<Block> blocks() {
        Map<OptionWords, List<String>> takers = new LinkedHashMap<>();
        for (CommandWords command : commands) {
            for (OptionWords option : command.options()) {
                takers.computeIfAbsent(option, key -> new ArrayList<>()).add(command.path());
            }
        }
        Map<List<String>, List<OptionWords>> together = new LinkedHashMap<>();
        takers.forEach((option, paths) ->
                together.computeIfAbsent(paths, key -> new ArrayList<>()).add(option));
        List<Block> blocks = new ArrayList<>();
        together.forEach((paths, options) -> blocks.add(new Block(paths, options)));
        return blocks;
    }

    /** Whether every command takes them. */
    boolean isShared(Block block) {
        return block.paths().size() == commands.size();
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
