package io.opalmind.cli.completion;

import java.util.List;

/** A report, as completions know it. */
public record ReportWords(String name, String description, List<String> columns) {
    public ReportWords {
        columns = List.copyOf(columns);
    }
}
