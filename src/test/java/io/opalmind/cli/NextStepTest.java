package io.opalmind.cli;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was mistyped: the message names what was meant, and where to read on. */
@ExtendWith(MatomoExtension.class)
class NextStepTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            qery popular-urls                       | No command 'qery'. Did you mean 'query'? Try 'opalmind --help'.
            qery events --category track            | No command 'qery'. Did you mean 'query'? Try 'opalmind --help'.
            query popular-urls --fromat csv         | No option '--fromat'. Did you mean '--format'? Try 'opalmind query --help'.
            query popular-url                       | No report 'popular-url'. Did you mean 'popular-urls'? Try 'opalmind query --help'.
            query urls                              | No report 'urls'. Did you mean 'popular-urls'? Try 'opalmind query --help'.
            query popular-urls --period moth        | No period 'moth'. Did you mean 'month'?
            query popular-urls -f jsn               | No format 'jsn'. Choose one of table, json, ndjson, csv, tsv, markdown. Did you mean 'json'?
            query popular-urls --log-format jsno    | --log-format jsno: text or json. Did you mean 'json'?
            track pageveiw --url https://a/         | No command 'pageveiw'. Did you mean 'pageview'? Try 'opalmind track --help'.
            track pageveiw --action-name goal       | No command 'pageveiw'. Did you mean 'pageview'? Try 'opalmind track --help'.
            track event --categroy a                | No option '--categroy'. Did you mean '--category'? Try 'opalmind track event --help'.
            track flush --on-unknown verfy          | --on-unknown verfy: verify, resend or skip. Did you mean 'verify'?
            track import hits --input ndjsn         | --input ndjsn: ndjson, csv or query. Did you mean 'ndjson'?
            inspect-redis sumary                    | No command 'sumary'. Did you mean 'summary'? Try 'opalmind inspect-redis --help'.
            inspect-redis keys --kind cahce         | --kind cahce: cache, idempotency, claim, queue or stats. Did you mean 'cache'?
            inspect-redis audit --fail-on wran      | --fail-on wran: warn or fail. Did you mean 'warn'?
            """)
    void mistyped_word(String line, String message) {
        RunCli.without(home)
                .env("REDIS_HOST", "127.0.0.1")
                .run(line.strip().split(" "))
                .exits(2)
                .printsNothing()
                .says(message);
    }

    @ParameterizedTest
    @CsvSource({"-f jsno", "--format prometeus", "--fail-on degaded"})
    void mistyped_word_of_health_is_exit_3_as_for_monitors(String options) {
        RunCli.without(home)
                .run(("health " + options).split(" "))
                .exits(3)
                .printsNothing()
                .saysOneLineWith("Did you mean '");
    }

    @Test
    void mistyped_column(FakeMatomo matomo) {
        RunCli shell = RunCli.with(matomo, home);
        for (String option : new String[] {"--columns", "--sort"}) {
            shell.run("query", "device-types", "--date", "yesterday", option, "nb_vists")
                    .exits(2)
                    .printsNothing()
                    .saysOneLineWith("No column 'nb_vists' in this report. It has: ", ". Did you mean 'nb_visits'?\n");
        }
    }

    @Test
    void what_was_typed_reaches_no_terminal_raw() {
        RunCli shell = RunCli.without(home).terminal(80);
        String hostile = "\u001b]0;owned\u0007\u202e\n\u009b31m";
        String shown = "\\x1b]0;owned\\x07\\u202e \\x9b31m";
        shell.run(hostile).exits(2).saysOneLineWith("No command '" + shown + "'");
        shell.run("query", hostile).exits(2).saysOneLineWith("No report '" + shown + "'");
        shell.run("query", "events", "--" + hostile).exits(2).saysOneLineWith("No option '--" + shown + "'");
        shell.run("query", "events", "--period", hostile).exits(2).saysOneLineWith("No period '" + shown + "'");
        shell.run("track", hostile).exits(2).saysOneLineWith("No command '" + shown + "'");
    }
}
