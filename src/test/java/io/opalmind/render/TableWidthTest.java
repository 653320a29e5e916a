package io.opalmind.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.matomo.Row;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TableWidthTest {
    private static final Table TABLE = Table.rows(List.of(), List.of());

    @Test
    void no_line_is_wider_than_the_terminal_whatever_the_labels() {
        HostileText hostile = new HostileText(11);
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            int width = 2 + random.nextInt(120);
            Row[] rows = new Row[5];
            for (int row = 0; row < rows.length; row++) {
                rows[row] = new Row()
                        .put("label", hostile.next())
                        .put("nb_visits", random.nextInt(100_000))
                        .put("url", hostile.next() + "漢")
                        .put("n", row);
            }
            check(Printed.of(Format.TABLE, TABLE, new Style(true, false, width), rows), width);
        }
    }

    private static void check(String table, int width) {
        for (String line : table.split("\n")) {
            boolean fits = DisplayWidth.of(line) <= width;
            assertTrue(fits || line.startsWith("… "), () -> "wider than " + width + ":\n" + table);
        }
    }

    @Test
    void columns_that_find_no_place_are_counted() {
        Row row = Rows.of("{'label':'a','first':1,'second':2,'third':3}");
        String table = Printed.of(Format.TABLE, TABLE, new Style(true, false, 12), row);
        assertEquals("label  first\na          1\n… 2 more columns: --columns, or -f json\n", table);
    }

    @Test
    void numbers_are_never_shortened() {
        Row row = Rows.of("{'n':123456789012345678901234567890}");
        String table = Printed.of(Format.TABLE, TABLE, new Style(true, false, 10), row);
        assertTrue(table.contains("123456789012345678901234567890"));
    }

    @Test
    void without_a_width_nothing_is_shortened() {
        String label = "x".repeat(5000);
        String table = Printed.of(Format.TABLE, TABLE, Style.PLAIN, new Row().put("label", label));
        assertEquals("label\n" + label + "\n", table);
    }

    @Test
    void text_is_measured_in_cells() {
        assertEquals(4, DisplayWidth.of("漢字"));
        assertEquals(2, DisplayWidth.of("😀"));
        assertEquals(1, DisplayWidth.of("e\u0301"));
        assertEquals(2, DisplayWidth.of("\u1112\u1161\u11ab"));
        assertEquals(3, DisplayWidth.of("äöü"));
        assertEquals(1, DisplayWidth.of("…"));
        assertEquals(2, DisplayWidth.of("Ａ"));
        assertEquals(1, DisplayWidth.of("ｱ"));
    }

    @Test
    void a_wide_character_is_never_cut_in_half() {
        assertEquals("漢…", DisplayWidth.cut("漢字漢字", 4));
        assertEquals("漢字…", DisplayWidth.cut("漢字漢字", 5));
        assertEquals("…", DisplayWidth.cut("漢字", 2));
        assertEquals("…", DisplayWidth.cut("漢字", 1));
        assertEquals("漢字", DisplayWidth.cut("漢字", 4));
        assertEquals("e\u0301…", DisplayWidth.cut("e\u0301e\u0301e\u0301", 2));
    }
}
