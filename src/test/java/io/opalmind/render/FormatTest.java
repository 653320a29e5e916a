package io.opalmind.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {
    @ParameterizedTest
    @EnumSource
    void each_format_is_found_by_its_word(Format format) {
        assertSame(format, Format.named(format.word()));
    }

    @Test
    void an_unknown_word_is_refused_with_the_known_ones() {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Format.named("xml"));
        assertEquals("No format 'xml'. Choose one of table, json, ndjson, csv, tsv, markdown.", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Format.named("JSON"));
    }

    @ParameterizedTest
    @EnumSource
    void the_stream_is_flushed_and_left_open(Format format) throws IOException {
        var stream = new WatchedStream();
        Renderer renderer = format.renderer(Table.rows(List.of(), List.of()), stream, Style.PLAIN);
        renderer.row(Rows.of("{'label':'a'}"));
        renderer.finish();
        assertEquals(stream.written, stream.flushed);
        assertFalse(stream.closed);
    }

    @ParameterizedTest
    @EnumSource
    void a_stream_that_fails_is_told_to_the_caller(Format format) {
        Renderer renderer = format.renderer(Table.rows(List.of(), List.of()), new FullStream(), Style.PLAIN);
        var fault = assertThrows(IOException.class, () -> {
            renderer.row(Rows.of("{'label':'a'}"));
            renderer.finish();
        });
        assertEquals("No space left on device", fault.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void a_second_row_in_a_record_is_a_fault_of_the_caller(Format format) {
        Printed printed = new Printed(format, Table.record(List.of(), List.of()), Style.PLAIN);
        printed.row(Rows.of("{'nb_visits':1}"));
        assertThrows(IllegalStateException.class, () -> printed.row(Rows.of("{'nb_visits':2}")));
    }

    private static final class WatchedStream extends OutputStream {
        private int written;
        private int flushed;
        private boolean closed;

        @Override
        public void write(int b) {
            written++;
        }

        @Override
        public void flush() {
            flushed = written;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class FullStream extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
