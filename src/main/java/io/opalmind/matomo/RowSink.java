package io.opalmind.matomo;

import java.io.IOException;

/** Takes the rows of a report one by one, in their order, so that a report of any size needs little memory. */
@FunctionalInterface
public interface RowSink {
    void row(Row row) throws IOException;
}
