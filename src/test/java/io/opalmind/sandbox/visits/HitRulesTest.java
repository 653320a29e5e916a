package io.opalmind.sandbox.visits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a hit, by what it holds and who sent it. */
class HitRulesTest {
    private static Tracked verdict(String query, boolean trusted) {
        Hit hit = Trial.hit(query, trusted);
        VisitLog log = new Trial().log();
        Tracked verdict = log.verdict(hit);
        assertEquals(verdict, log.track(hit));
        return verdict;
    }

    @ParameterizedTest
    @CsvSource({
        "idsite=1&rec=1, STORED",
        "idsite=1, IGNORED",
        "idsite=1&rec=0, IGNORED",
        "idsite=9&rec=1, REFUSED",
        "idsite=x&rec=1, REFUSED",
        "rec=1, REFUSED",
        "idsite=1&rec=1&_id=zz, IGNORED",
        "idsite=1&rec=1&_id=00000000000000az, IGNORED",
        "idsite=1&rec=1&_id=00000000000000AA, STORED",
        "idsite=1&rec=1&cid=zz, REFUSED",
        "idsite=1&rec=1&_id=zz&uid=jo, STORED",
        "idsite=1&rec=1&e_c=Video, IGNORED",
        "idsite=1&rec=1&e_a=play, IGNORED",
        "idsite=1&rec=1&e_c=Video&e_a=play&e_v=abc&ca=1, STORED",
        "idsite=1&rec=1&idgoal=1, STORED",
        "idsite=1&rec=1&idgoal=2, STORED",
        "idsite=1&rec=1&idgoal=99, REFUSED",
        "idsite=2&rec=1&idgoal=1, REFUSED",
        "idsite=1&rec=1&idgoal=1&ca=1, POISONED",
        "idsite=1&rec=1&ca=1, POISONED",
        "idsite=1&rec=1&ca=0, STORED",
        "idsite=1&rec=1&c_n=Banner&ca=1, STORED",
        "idsite=1&rec=1&ua=Mozilla/5.0+(compatible;+Googlebot/2.1), IGNORED",
        "idsite=1&rec=1&bots=1&ua=Mozilla/5.0+(compatible;+Googlebot/2.1), STORED"
    })
    void anyone_s_hit(String query, Tracked verdict) {
        assertEquals(verdict, verdict(query, false));
        assertEquals(verdict, verdict(query, true));
    }

    @ParameterizedTest
    @CsvSource({
        "cip=5.6.7.8",
        "country=se",
        "region=AB",
        "city=Stockholm",
        "lat=59.3",
        "long=18.1",
        "cdt=1600000000",
        "cdt=2026-11-23+12:00:00",
        "cdo=86400"
    })
    void trusted_alone(String parameter) {
        assertEquals(Tracked.REFUSED, verdict("idsite=1&rec=1&" + parameter, false));
        assertEquals(Tracked.STORED, verdict("idsite=1&rec=1&" + parameter, true));
    }

    @ParameterizedTest
    @CsvSource({"cdt=2026-11-23+12:00:01", "cdt=2026-11-24+13:00:00", "cdt=soon", "cdo=86399"})
    void recent_times_need_no_trust(String parameter) {
        assertEquals(Tracked.STORED, verdict("idsite=1&rec=1&" + parameter, false));
    }
}
