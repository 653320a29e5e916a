package io.opalmind.matomo.track.bulk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A query string: bare, behind {@code ?}, in a URL of {@code matomo.php}, in {@code GET /matomo.php?… HTTP/1.1}, or in a
 * whole line of an access log.
 */
final class QueryLine implements LineFormat {
    @Override
    public void read(byte[] bytes, int from, int to, LineHit hit) throws BadLineException {
        String query = query(StrictText.of(bytes, from, to).strip());
        for (int start = 0; start <= query.length(); ) {
            int and = query.indexOf('&', start);
            int end = and < 0 ? query.length() : and;
            if (end > start) {
                pair(query, start, end, hit);
            }
            start = end + 1;
        }
    }

    private static String query(String line) throws BadLineException {
        int mark = line.indexOf('?');
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new BadLineException("", "is no query string");
        }
        // A question mark behind the first equals sign belongs to a value that somebody did not encode.
        if (mark < 0 || mark > equals) {
            return line;
        }
        int end = mark;
        while (end < line.length() && line.charAt(end) > ' ' && line.charAt(end) != '"') {
            end++;
        }
        return line.substring(mark + 1, end);
    }

    private static void pair(String query, int start, int end, LineHit hit) throws BadLineException {
        int equals = query.indexOf('=', start);
        boolean bare = equals < 0 || equals > end;
        String name = decoded(query.substring(start, bare ? end : equals));
        hit.put(name, bare ? "" : decoded(query.substring(equals + 1, end)));
    }

    private static String decoded(String text) throws BadLineException {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadLineException("", "has a damaged escape: " + e.getMessage());
        }
    }
}
