package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final List<String> COMMANDS = List.of("query", "track", "cache-stats", "health", "inspect-redis");

    @ParameterizedTest
    @CsvSource({
        "qery, query",
        "qeury, query",
        "quer, query",
        "QUERY, query",
        "trakc, track",
        "cachestats, cache-stats",
        "inspect, inspect-redis",
        "redis, inspect-redis"
    })
    void what_was_meant_is_found(String typed, String meant) {
        assertEquals("Did you mean '" + meant + "'?", Names.nearest(typed, COMMANDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "x", "", "-", "--", "ck", "is", "hit", "matomo", "\u001b[31m"})
    void where_nothing_is_near_nothing_is_said(String typed) {
        assertEquals("", Names.nearest(typed, COMMANDS));
        assertEquals("There are: query, track, cache-stats, health, inspect-redis.", Names.didYouMean(typed, COMMANDS));
    }

    @Test
    void what_is_far_too_long_for_a_name_is_not_compared() {
        assertEquals("", Names.nearest("query".repeat(100_000), COMMANDS));
    }

    @Test
    void of_several_the_nearest_are_named_and_three_at_the_most() {
        assertEquals("Did you mean 'tsv' or 'csv'?", Names.nearest("xsv", List.of("json", "tsv", "csv")));
        assertEquals(
                "Did you mean 'aaab', 'aaac' or 'aaad'?",
                Names.nearest("aaax", List.of("aaab", "aaac", "aaad", "aaae")));
        assertEquals("Did you mean 'nb_visits'?", Names.nearest("nb_vists", List.of("nb_hits", "nb_visits", "nb_vi")));
    }

    @Test
    void options_are_told_by_their_letters_not_by_their_dashes() {
        assertEquals("", Names.nearest("--x", List.of("--all", "-q", "--no")));
        assertEquals("Did you mean '--all'?", Names.nearest("--oll", List.of("--all", "--limit")));
    }
}
