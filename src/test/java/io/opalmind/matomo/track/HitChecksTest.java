package io.opalmind.matomo.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HitChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final long SECONDS = NOW.getEpochSecond();

    private static List<HitFault> faults(String query) {
        return HitChecks.of(Hit.ofQuery(query), NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rec=1&url=https://example.com/ | idsite",
                "idsite=0 | idsite",
                "idsite=shop | idsite",
                "idsite=-1 | idsite",
                "idsite=1&rec=0 | rec",
                "idsite=1&e_c=x | e_a",
                "idsite=1&e_a=x | e_c",
                "idsite=1&e_c=%20&e_a=x | e_c",
                "idsite=1&e_c=x&e_a=y&e_v=abc | e_v",
                "idsite=1&e_c=x&e_a=y&e_v=1,5 | e_v",
                "idsite=1&e_n=x | e_n",
                "idsite=1&_id=zz | _id",
                "idsite=1&_id=0123456789abcde | _id",
                "idsite=1&_id=0123456789abcdef0 | _id",
                "idsite=1&cid=0123456789abcdeg | cid",
                "idsite=1&cdt=yesterday | cdt",
                "idsite=1&cdt=2026-13-01 | cdt",
                "idsite=1&cdt=2026-11-24T13:00:00Z | cdt",
                "idsite=1&cdt=2026-11-24T12:00:11Z | cdt",
                "idsite=1&cdt=900000000 | cdt",
                "idsite=1&cdo=soon | cdo",
                "idsite=1&idgoal=1&ca=1 | ca",
                "idsite=1&idgoal=0&revenue=1&ca=1 | ca",
                "idsite=1&idgoal=1&e_c=x&e_a=y | e_c",
                "idsite=1&idgoal=one | idgoal",
                "idsite=1&idgoal=0&ec_id=A | revenue",
                "idsite=1&idgoal=0 | revenue",
                "idsite=1&idgoal=0&ec_id=0&revenue=1 | ec_id",
                "idsite=1&idgoal=0&revenue=1&ec_tx=1 | ec_tx",
                "idsite=1&idgoal=0&revenue=a | revenue",
                "idsite=1&idgoal=2&ec_id=A | ec_id",
                "idsite=1&ec_id=A | ec_id",
                "idsite=1&idgoal=0&revenue=1&ec_items=x | ec_items",
                "idsite=1&idgoal=0&revenue=1&ec_items={} | ec_items",
                "idsite=1&idgoal=0&revenue=1&ec_items=[1] | ec_items",
                "idsite=1&idgoal=0&revenue=1&ec_items=[[]] | ec_items",
                "idsite=1&idgoal=0&revenue=1&ec_items=[{\"sku\":\"A\"}] | ec_items",
                "idsite=1&idgoal=0&revenue=1&ec_items=[[\"A\",\"\",\"\",1,0]] | ec_items",
                "idsite=1&revenue=5 | revenue",
                "idsite=1&dimension0=x | dimension0",
                "idsite=1&dimension1000=x | dimension1000",
                "idsite=1&dimension01=x | dimension01",
                "idsite=1&lat=90.5 | lat",
                "idsite=1&lat=north | lat",
                "idsite=1&long=-181 | long",
                "idsite=1&country=Germany | country",
                "idsite=1&country=1a | country",
                "idsite=1&res=big | res",
                "idsite=1&res=10000x10000 | res",
                "idsite=1&pv_id=short | pv_id",
                "idsite=1&pv_id=0123456 | pv_id",
                "idsite=1&pv_id=abc-12 | pv_id",
                "idsite=1&search=0 | search",
                "idsite=1&search=%20 | search",
                "idsite=1&search=x&search_count=many | search_count",
                "idsite=1&search_count=3 | search_count",
                "idsite=1&c_i=click | c_i",
                "idsite=1&url=/page | url",
                "idsite=1&url=example.com/page | url",
                "idsite=1&url=https:// | url",
                "idsite=1&url=javascript://x | url",
                "idsite=1&download=file.pdf | download",
                "idsite=1&link=mailto:a@example.com | link",
                "idsite=1&cip=256.1.1.1 | cip",
                "idsite=1&cip=1.2.3 | cip",
                "idsite=1&cip=localhost | cip",
                "idsite=1&cip=1::2::3 | cip",
                "idsite=1&cip=12345:: | cip",
                "idsite=1&cip=1:2:3:4:5:6:7:8:9 | cip",
                "idsite=1&url=https://example.com/&pf_srv=-1 | pf_srv",
                "idsite=1&url=https://example.com/&pf_srv=16777216 | pf_srv",
                "idsite=1&cvar={\"plan\":\"gold\"} | cvar",
                "idsite=1&cvar=plan | cvar",
                "idsite=1&_cvar={\"0\":[\"a\",\"b\"]} | _cvar",
                "idsite=1&new_visit=true | new_visit",
                "idsite=1&h=24 | h",
                "idsite=1&uid=a%00b | uid",
                "idsite=1&token_auth=x | token_auth",
            })
    void what_matomo_drops_or_changes_is_refused(String query, String field) {
        List<HitFault> faults = faults(query);
        assertEquals(1, faults.size(), faults::toString);
        assertEquals(field, faults.get(0).field());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idsite=1",
                "idsite=1&rec=1&url=//example.com/page",
                "idsite=1&url=app://shop/start&action_name=",
                "idsite=1&url=https://example.com/größe?a=b%26c#d",
                "idsite=1&e_c=x&e_a=0&e_v=-2.5",
                "idsite=1&ca=1&e_c=x&e_a=y&e_v=.5&e_n=",
                "idsite=1&e_c=x&e_a=y&e_v=1e3",
                "idsite=1&idgoal=3&revenue=-5",
                "idsite=1&idgoal=0&revenue=0",
                "idsite=1&idgoal=0&revenue=0&ec_items=[]",
                "idsite=1&idgoal=0&ec_id=A&revenue=-1.5&ec_st=1&ec_tx=0&ec_sh=0&ec_dt=5",
                "idsite=1&idgoal=0&revenue=1&ec_items=[[\"A\",\"Hat\",[\"x\",\"y\"],\"1.5\",\"2\"],[\"B\"]]",
                "idsite=1&cdt=2026-11-24T12:00:10Z",
                "idsite=1&cdt=1500000000",
                "idsite=1&cdt=2026-11-24+11:59:00",
                "idsite=1&cdo=-30",
                "idsite=1&dimension1=&dimension999=x",
                "idsite=1&lat=-90&long=180",
                "idsite=1&country=a1",
                "idsite=1&res=3840x2160",
                "idsite=1&res=unknown",
                "idsite=1&pv_id=aB3dE6",
                "idsite=1&pv_id=0123456789abcdef",
                "idsite=1&cip=::1",
                "idsite=1&cip=2001:db8::8a2e:370:7334",
                "idsite=1&cip=::ffff:1.2.3.4",
                "idsite=1&cip=1:2:3:4:5:6:7:8",
                "idsite=1&cvar={\"1\":[\"plan\",\"gold\"],\"2\":[\"n\",3]}",
                "idsite=1&ping=1",
                "idsite=1&uid=%F0%9F%8E%A9",
                "idsite=1&search=größe&search_count=0&search_cat=x",
                "idsite=1&c_n=Banner&c_i=click&ca=1",
                "idsite=1&urlref=google&ua=&lang=de",
                "idsite=1&fa_vid=x9&some_plugin=1",
            })
    void what_matomo_takes_is_let_pass(String query) {
        assertEquals(List.of(), faults(query));
    }

    @Test
    void every_fault_is_told_at_once() {
        assertEquals(
                List.of("_id", "e_a", "idsite"),
                faults("e_c=x&_id=zz").stream().map(HitFault::field).sorted().toList());
    }

    @Test
    void broken_characters_are_refused() {
        for (String broken : List.of("\uD83C", "\uDFA9x", "a\uDFA9\uD83C")) {
            List<HitFault> faults = HitChecks.of(Hit.of(Map.of("idsite", "1", "uid", broken)), NOW);
            assertEquals("uid", faults.get(0).field());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "idsite",
                "rec",
                "_id",
                "cid",
                "pv_id",
                "cip",
                "cdt",
                "cdo",
                "url",
                "download",
                "link",
                "idgoal",
                "ec_id",
                "search",
                "e_v",
                "revenue",
                "ec_items",
                "cvar",
                "_cvar",
                "lat",
                "long",
                "country",
                "res",
                "search_count",
                "pf_net",
                "h",
                "dimension1",
                "dimension",
                "e_c",
                "c_n",
                "bots",
                "uid",
                ""
            })
    void nothing_that_can_be_typed_breaks_a_check(String name) {
        for (String value : List.of(
                "",
                " ",
                "-",
                "+",
                ".",
                "e",
                "1e",
                "--1",
                "0x1",
                "9".repeat(2000),
                "1e" + "9".repeat(400),
                ":",
                "::",
                ":::",
                "//",
                "://",
                "x",
                "1x",
                "x1",
                "[",
                "{",
                "[[",
                "{\"1\":",
                "[null]",
                "{\"1\":[\"a\",null]}",
                "[".repeat(5000),
                "2026-11-24T",
                "2026-11-24T18:30+",
                "%",
                "\"",
                "\\",
                "\uD83C",
                "٣",
                "\0",
                "'",
                "a,b=c")) {
            Hit hit = Hit.ofQuery("idsite=1").with(name, value);
            for (HitFault fault : HitChecks.of(hit, NOW)) {
                assertFalse(fault.message().isBlank());
            }
            HitChecks.needsToken(hit, NOW);
        }
    }

    @Test
    void hit_that_is_far_too_long_is_refused() {
        assertTrue(
                faults("idsite=1&url=https://example.com/" + "x".repeat(60_000)).isEmpty());
        assertEquals(
                "hit",
                faults("idsite=1&url=https://example.com/" + "x".repeat(70_000))
                        .get(0)
                        .field());
    }

    @ParameterizedTest
    @EnumSource(HitKind.class)
    void each_kind_needs_what_makes_it(HitKind kind) {
        List<HitFault> faults = HitChecks.of(kind, HitNames.hit(kind, Map.of("idsite", "1")), NOW);
        assertEquals(
                kind.required().stream().sorted().toList(),
                faults.stream().map(HitFault::field).sorted().toList());
    }

    @Test
    void goal_zero_is_no_goal() {
        Hit hit = Hit.ofQuery("idsite=1&idgoal=0&revenue=1");
        assertEquals("idgoal", HitChecks.of(HitKind.GOAL, hit, NOW).get(0).field());
    }

    @ParameterizedTest
    @CsvSource({
        "cip=1.2.3.4, cip",
        "country=de, country",
        "region=BY, region",
        "city=Berlin, city",
        "lat=0.0, lat",
        "long=1, long",
        "cdo=86400, cdo"
    })
    void these_need_a_token(String parameter, String name) {
        assertEquals(name, HitChecks.needsToken(Hit.ofQuery("idsite=1&" + parameter), NOW));
    }

    @Test
    void only_old_times_need_a_token() {
        assertNull(HitChecks.needsToken(Hit.ofQuery("idsite=1&url=https://example.com/&uid=a"), NOW));
        assertNull(HitChecks.needsToken(Hit.ofQuery("idsite=1&cip="), NOW));
        assertNull(HitChecks.needsToken(Hit.ofQuery("idsite=1&cdt=" + (SECONDS - 80_000)), NOW));
        assertEquals("cdt", HitChecks.needsToken(Hit.ofQuery("idsite=1&cdt=" + (SECONDS - 86_400)), NOW));
        assertEquals("cdt", HitChecks.needsToken(Hit.ofQuery("idsite=1&cdo=7200&cdt=" + (SECONDS - 80_000)), NOW));
        assertNotNull(
                HitChecks.needsToken(Hit.ofQuery("idsite=1&cdt=" + (SECONDS - 86_399)), NOW),
                "it is a day old by the time it arrives");
    }

    @Test
    void message_is_one_harmless_line() {
        String message = new HitFault("--uid", "a\n\u001b[31m\u202e\uD83C\uDFA9" + "x".repeat(200), "no").message();
        assertTrue(message.startsWith("--uid 'a\\u000a\\u001b[31m\\u202e\uD83C\uDFA9xx"), message);
        assertTrue(message.endsWith("…': no."), message);
        assertFalse(message.length() > 120, message);
        assertEquals("--action is missing.", new HitFault("--action", null, "is missing").message());
    }

    @Test
    void token_is_never_shown() {
        assertFalse(faults("idsite=1&token_auth=s3cret").get(0).message().contains("s3cret"));
    }
}
