package io.opalmind.cli.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What no option of opalmind need have for the scripts to be right about it. */
class ShellTest {
    private static final OptionWords OPTIONAL = new OptionWords(
            List.of("--sample"), "It's [a]: $(b) \\.", "FILE", Values.of(Values.Kind.FILE), true, false);
    private static final OptionWords REPEATED =
            new OptionWords(List.of("-x", "--extra"), "More.", "X", Values.of(Values.Kind.TEXT), false, true);

    private static Vocabulary vocabulary() {
        CommandWords root = new CommandWords("", "All.", List.of("go"), List.of(OPTIONAL), "", null);
        CommandWords go = new CommandWords("go", "Go.", List.of(), List.of(OPTIONAL, REPEATED), "", null);
        return new Vocabulary(List.of(root, go), List.of(new ReportWords("all", "All.", List.of("label"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "BASH | kind=file optional=yes ;;",
                "BASH | words+=\" +-x,--extra\" ;;",
                "ZSH | '--sample=-[It'\\''s \\[a\\]\\: $(b) \\\\.]::FILE:_files'",
                "ZSH | '*-x+[More.]:X: '",
                "ZSH | '*--extra=[More.]:X: '",
                "FISH | printf '%s\\t%s\\n' --sample 'It\\'s [a]: $(b) \\\\.'",
                "FISH | printf '%s\\t%s\\n' +-x,--extra 'More.'"
            })
    void option_is_written_as_the_shell_reads_it(Shell shell, String line) {
        String script = shell.script(vocabulary());
        assertTrue(script.lines().map(String::strip).anyMatch(line::equals), script);
    }

    @Test
    void optional_value_is_told_to_fish() {
        String script = Shell.FISH.script(vocabulary());
        String function = script.substring(script.indexOf("function __opalmind_is_optional"));
        assertTrue(function.substring(0, function.indexOf("return 1")).contains("case '* --sample'"), function);
    }

    @ParameterizedTest
    @EnumSource
    void shell_is_found_by_its_name(Shell shell) {
        assertEquals(shell, Shell.named(shell.label()));
    }

    @Test
    void name_that_means_several_things_means_the_rare_ones_first() {
        OptionWords file = new OptionWords(List.of("--to"), "", "FILE", Values.of(Values.Kind.FILE), false, false);
        OptionWords text = new OptionWords(List.of("--to"), "", "T", Values.of(Values.Kind.TEXT), false, false);
        Vocabulary vocabulary = new Vocabulary(
                List.of(
                        new CommandWords("", "", List.of("a", "b"), List.of(text), "", null),
                        new CommandWords("a", "", List.of(), List.of(file), "", null),
                        new CommandWords("b", "", List.of(), List.of(text), "", null)),
                List.of());
        List<ValueCases.Case> cases = new ValueCases(vocabulary).all();
        assertEquals(List.of(new ValueCases.Place("a", "--to")), cases.get(0).places());
        assertEquals(List.of(new ValueCases.Place("*", "--to")), cases.get(1).places());
    }
}
