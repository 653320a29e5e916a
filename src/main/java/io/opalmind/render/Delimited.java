package io.opalmind.render;

import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A header and a line a row, for programs: CSV and TSV.
 *
 * <p>Cells are the values as Matomo wrote them. Money prints its number, and its currency in one further column at the
 * end; other nested values print their JSON.
 */
abstract class Delimited extends Streamed {
    private static final String CURRENCY = "currency";

    private final Table table;
    private final char separator;
    private final CompactJson json = new CompactJson();
    private final Currencies currencies = new Currencies();
    private final Set<String> late = new LinkedHashSet<>();
    private final Set<String> names = new HashSet<>();
    private List<Column> columns = List.of();
    private boolean hasMoney;

    protected final Utf8Out out;

    Delimited(Table table, OutputStream out, char separator) {
        super(table, true);
        this.table = table;
        this.out = new Utf8Out(out);
        this.separator = separator;
    }

    /** Writes a text in the way of the format. */
    abstract void text(String text) throws IOException;

    abstract void endLine() throws IOException;

    /** Called where a line's only cell is empty, as an empty line may be no line to a reader. */
    void aloneAndEmpty() throws IOException {}

    @Override
    public final List<String> lateColumns() {
        return List.copyOf(late);
    }

    @Override
    final void begin(List<Row> first) throws IOException {
        columns = columns(first);
        for (Column column : columns) {
            names.add(column.path());
        }
        hasMoney = Columns.moneyOccurs(columns, first);
        if (!columns.isEmpty()) {
            header();
        }
    }

    private List<Column> columns(List<Row> first) {
        if (!table.columns().isEmpty()) {
            return Columns.asked(table.columns(), first);
        }
        return first.isEmpty() ? Columns.asked(table.preferred(), first) : Columns.members(first);
    }

    private void header() throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            separate(i);
            text(columns.get(i).path());
        }
        if (hasMoney) {
            out.put(separator);
            text(currencyHeader());
        }
        endLine();
    }

    /** A report may have a member of that name itself, and a header has each name once. */
    private String currencyHeader() {
        return names.contains(CURRENCY) ? "money_currency" : CURRENCY;
    }

    @Override
    final void write(Row row) throws IOException {
        long before = out.written();
        int printed = cells(row);
        currency();
        if (columns.size() == 1 && out.written() == before) {
            aloneAndEmpty();
        }
        if (!columns.isEmpty()) {
            endLine();
        }
        if (printed < row.size() && table.columns().isEmpty()) {
            noteLate(row);
        }
    }

    /** Writes a row's cells, and returns how many of them are its own members. */
    private int cells(Row row) throws IOException {
        int printed = 0;
        int near = 0;
        currencies.clear();
        for (int i = 0; i < columns.size(); i++) {
            separate(i);
            Column column = columns.get(i);
            int at = column.at(row, near);
            if (at >= 0) {
                near = at + 1;
                printed++;
            }
            Value value = at >= 0 ? row.value(at) : column.inside(row);
            if (value != null) {
                cell(value);
            }
        }
        return printed;
    }

    private void separate(int column) throws IOException {
        if (column > 0) {
            out.put(separator);
        }
    }

    private void currency() throws IOException {
        if (hasMoney) {
            out.put(separator);
            text(currencies.text());
        } else if (!currencies.isEmpty()) {
            late.add(currencyHeader());
        }
    }

    private void noteLate(Row row) {
        for (int i = 0; i < row.size(); i++) {
            if (!names.contains(row.name(i))) {
                late.add(row.name(i));
            }
        }
    }

    private void cell(Value value) throws IOException {
        if (value instanceof Value.Num number) {
            out.putAscii(number.digits());
        } else if (value instanceof Value.Text text) {
            text(text.text());
        } else if (value instanceof Value.Flag flag) {
            out.putAscii(flag.on() ? "true" : "false");
        } else if (!(value instanceof Value.Nothing)) {
            nested(value);
        }
    }

    private void nested(Value value) throws IOException {
        Value.Num amount = Amount.number(value);
        if (amount == null) {
            text(json.of(value));
            return;
        }
        out.putAscii(amount.digits());
        String currency = Amount.currency(value);
        if (currency != null) {
            currencies.add(currency);
        }
    }

    @Override
    final void end() throws IOException {
        out.flush();
    }
}
