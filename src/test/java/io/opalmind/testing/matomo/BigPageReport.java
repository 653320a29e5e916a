package io.opalmind.testing.matomo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A flat page report of any length, its rows made as they are sent; about 400 bytes a row. */
record BigPageReport(int rows) implements Content {

    static BigPageReport of(int rows, Map<String, String> params) {
        int limit = Integer.parseInt(params.getOrDefault("filter_limit", "100"));
        return new BigPageReport(limit < 0 ? rows : Math.min(rows, limit));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, 16 * 1024);
        buffered.write('[');
        for (int i = 0; i < rows; i++) {
            if (i > 0) {
                buffered.write(',');
            }
            buffered.write(row(i).getBytes(StandardCharsets.US_ASCII));
        }
        buffered.write(']');
        buffered.flush();
    }

    private String row(int index) {
        int visits = rows - index;
        String page = "/catalogue/page-" + index;
        return "{\"label\":\"" + page
                + "\",\"nb_visits\":" + visits
                + ",\"nb_hits\":" + (visits + index % 7)
                + ",\"sum_time_spent\":" + visits * 90L
                + ",\"entry_nb_visits\":" + visits / 2
                + ",\"entry_bounce_count\":" + visits / 7
                + ",\"exit_nb_visits\":" + visits / 3
                + ",\"avg_time_on_page\":" + (30 + index % 60)
                + ",\"bounce_rate\":\"29%\",\"exit_rate\":\"32%\",\"url\":\"https://example.com" + page
                + "\",\"Actions_PageUrl\":\"" + page
                + "\",\"segment\":\"pageUrl==https%253A%252F%252Fexample.com%252Fcatalogue%252Fpage-" + index
                + "\"}";
    }
}
