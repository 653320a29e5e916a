package io.opalmind.sandbox.report;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a day's pages. Several addresses may share one: {@code /docs/} and {@code /docs/index}, or two hosts. */
final class PageRows {
    private final Table table = new Table();
    private final Map<String, Row> byAddress = new HashMap<>();

    /** The row of a page that was seen; a new one where there is none. */
    Row open(PageAddress page) {
        Row row = table.row(page.label());
        byAddress.put(page.rest(), row);
        return row;
    }

    /** The row of a page; null where it was not seen that day: Matomo passes over what else is known of it. */
    @Nullable
    Row find(PageAddress page) {
        return byAddress.get(page.rest());
    }

    Table table() {
        return table;
    }
}
