package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(MatomoExtension.class)
class BulkTest {
    private static final ApiCall SITE = new ApiCall("SitesManager.getSiteFromId").with("idSite", 1);
    private static final ApiCall NO_SITE = new ApiCall("SitesManager.getSiteFromId").with("idSite", 99);

    @TempDir
    Path directory;

    private FakeMatomo matomo;
    private ReportingApi api;

    @BeforeEach
    void take(FakeMatomo fresh) {
        matomo = fresh;
        api = new Bench(matomo.url(), directory).api();
    }

    @Test
    void answers_come_in_order_by_one_request() {
        List<Value> answers = api.bulk(List.of(Bench.VERSION, SITE, NO_SITE, Bench.VERSION));
        Row version = new Row().put("value", "5.0.2");
        assertEquals(4, answers.size());
        assertEquals(version, answers.get(0));
        assertEquals(new Value.Text("Example Shop"), ((Row) answers.get(1)).get("name"));
        assertEquals(version, answers.get(3));
        assertEquals(1, matomo.requests().size());
        assertSame(answers.get(1), api.orThrow(answers.get(1), SITE));
    }

    @Test
    void failed_member_is_a_row_and_throws_when_handed_on() {
        Value failed = api.bulk(List.of(SITE, NO_SITE)).get(1);
        assertEquals(new Value.Text("error"), ((Row) failed).get("result"));
        Refused.says(
                Refused.with(ErrorKind.REQUEST_REFUSED, () -> api.orThrow(failed, NO_SITE)),
                "refused SitesManager.getSiteFromId: An unexpected website was found");
    }

    @Test
    void missing_right_of_a_member_is_told_as_such() {
        ReportingApi viewer = new Bench(matomo.url(), directory)
                .token(FakeMatomo.VIEWER_TOKEN)
                .api();
        ApiCall foreign = new ApiCall("SitesManager.getSiteFromId").with("idSite", 2);
        List<Value> answers = viewer.bulk(List.of(SITE, foreign));
        Refused.with(ErrorKind.ACCESS_DENIED, () -> viewer.orThrow(answers.get(1), foreign));
    }

    /** Inside a bulk request Matomo escapes nothing. */
    @Test
    void message_of_a_member_stays_as_it_is() {
        Row failed = new Row().put("result", "error").put("message", "No &amp; in 'a&lt;b'.");
        Refused.says(Refused.with(ErrorKind.REQUEST_REFUSED, () -> api.orThrow(failed, SITE)), "No &amp; in 'a&lt;b'.");
    }

    @Test
    void values_that_need_encoding_arrive_whole() {
        matomo.on("Test.echo", params -> "{\"value\":\"" + params.get("segment") + "\"}");
        String segment = "pageUrl=@/a b&c=ü;x==%2B";
        List<Value> answers = api.bulk(List.of(new ApiCall("Test.echo").with("segment", segment)));
        assertEquals(new Row().put("value", segment), answers.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"value\":1}]", "[1,2,3]", "{\"value\":1}"})
    void other_number_of_answers_is_a_bad_answer(String body) {
        matomo.answer("API.getBulkRequest", body);
        Refused.says(Refused.with(ErrorKind.BAD_ANSWER, () -> api.bulk(List.of(SITE, NO_SITE))), "as many answers");
    }
}
