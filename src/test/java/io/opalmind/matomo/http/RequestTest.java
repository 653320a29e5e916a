package io.opalmind.matomo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.opalmind.matomo.Row;
import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.matomo.MatomoRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire when all is well. */
@ExtendWith(MatomoExtension.class)
class RequestTest {
    @TempDir
    Path directory;

    private FakeMatomo matomo;

    @BeforeEach
    void take(FakeMatomo fresh) {
        matomo = fresh;
        matomo.answer("Test.echo", "{\"value\":\"ok\"}");
    }

    private MatomoRequest last() {
        List<MatomoRequest> requests = matomo.requests();
        return requests.get(requests.size() - 1);
    }

    @Test
    void method_stands_in_the_url_and_all_else_in_the_body() {
        ApiCall call = new ApiCall("Test.echo")
                .with("idSite", 1)
                .with("segment", "pageUrl=@/a b&c=ü;x==%2B")
                .with("nothing", null);
        new Bench(matomo.url(), directory).api().read(call);
        assertEquals("POST", last().http());
        assertEquals("/index.php", last().path());
        assertEquals("module=API&method=Test.echo&format=JSON", last().rawQuery());
        assertEquals(
                Map.of(
                        "idSite", "1",
                        "segment", "pageUrl=@/a b&c=ü;x==%2B",
                        "token_auth", FakeMatomo.ADMIN_TOKEN),
                last().form());
    }

    @Test
    void method_cannot_break_out_of_the_url() {
        matomo.answer("Test.echo&format=XML#x", "{}");
        new Bench(matomo.url(), directory).api().read(new ApiCall("Test.echo&format=XML#x"));
        assertEquals("JSON", last().query().get("format"));
        assertEquals("Test.echo&format=XML#x", last().method());
    }

    @Test
    void token_for_posts_only_is_accepted() {
        new Bench(matomo.url(), directory).token(FakeMatomo.SECURE_TOKEN).api().read(Bench.VERSION);
        assertEquals(FakeMatomo.SECURE_TOKEN, last().form().get("token_auth"));
        assertFalse(last().rawQuery().contains(FakeMatomo.SECURE_TOKEN));
    }

    @Test
    void matomo_below_a_folder_is_asked_there() {
        new Bench(matomo.url("stats/de/"), directory).api().read(Bench.VERSION);
        assertEquals("/stats/de/index.php", last().path());
    }

    @Test
    void headers_say_who_asks_and_what_is_understood() {
        new Bench(matomo.url(), directory).api().read(Bench.VERSION);
        assertEquals("opalmind/test", last().headers().get("User-Agent"));
        assertEquals("gzip", last().headers().get("Accept-Encoding"));
        assertEquals("application/json", last().headers().get("Accept"));
        assertEquals("application/x-www-form-urlencoded", last().headers().get("Content-Type"));
    }

    @Test
    void gzipped_and_plain_answers_are_the_same() {
        ReportingApi api = new Bench(matomo.url(), directory).api();
        Row zipped = (Row) api.read(Bench.VERSION);
        matomo.gzip(false);
        assertEquals(zipped, api.read(Bench.VERSION));
        assertEquals(new Row().put("value", "5.0.2"), zipped);
    }

    @Test
    void connection_is_kept_alive_from_call_to_call() {
        ReportingApi api = new Bench(matomo.url(), directory).api();
        for (int i = 0; i < 4; i++) {
            matomo.gzip(i % 2 == 0);
            api.read(Bench.VERSION);
        }
        int first = matomo.requests().get(0).connection();
        for (MatomoRequest request : matomo.requests()) {
            assertEquals(first, request.connection());
        }
    }

    @Test
    void nothing_of_the_settings_shows_the_token_or_a_password() {
        HttpSettings settings =
                new Bench(matomo.url(), directory).proxy(8080, "user:geheim").settings();
        String shown = settings + " " + settings.proxy();
        assertFalse(shown.contains(FakeMatomo.ADMIN_TOKEN), shown);
        assertFalse(shown.contains("geheim"), shown);
    }
}
