package io.opalmind.sandbox.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opalmind.sandbox.visits.Conversion;
import io.opalmind.sandbox.visits.Referrer;
import io.opalmind.sandbox.visits.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentTest {
    private static final List<Visit> VISITS = List.of(
            Made.visit(1, "2026-11-20T10:00:00Z")
                    .by("00000000000000aa")
                    .from(Referrer.Type.SEARCH, "Google")
                    .page("https://example.com/product/a,b;c", "Hat; blue, small")
                    .page("https://www.example.com/cart", "Cart")
                    .event("Video", "play", "Intro")
                    .converting(1)
                    .converting(Conversion.ORDER)
                    .done(),
            Made.visit(2, "2026-11-20T11:00:00Z")
                    .by("00000000000000aa")
                    .returning()
                    .on("Smartphone")
                    .user("Ann & Bob")
                    .page("http://example.com/Café", "100% wool")
                    .event("Video", "stop", "Intro")
                    .event("CTA", "play", "hero")
                    .done(),
            Made.visit(3, "2026-11-20T12:00:00Z")
                    .returning()
                    .on("Tablet")
                    .from(Referrer.Type.CAMPAIGN, "Winter")
                    .converting(Conversion.ABANDONED_CART)
                    .page("https://example.com/cart", "Cart")
                    .done(),
            Made.visit(4, "2026-11-20T13:00:00Z").done());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            visitorType==new                                | 1 4
            visitorType==returning                          | 3
            visitorType==returningCustomer                  | 2
            visitorType!=new                                | 2 3
            visitorId==00000000000000aa                     | 1 2
            visitorId!=00000000000000aa                     | 3 4
            userId==ann %26 bob                             | 2
            userId==ann %2526 bob                           | 2
            userId!=x                                       | 1 2 3 4
            userId==                                        | 1 3 4
            userId!=                                        | 2
            referrerType==search,referrerType==campaign     | 1 3
            referrerType!=direct                            | 1 3
            referrerName=@INT                               | 3
            referrerName=^g                                 | 1
            referrerName=$LE                                | 1
            referrerName!@o                                 | 2 3 4
            deviceType==smartphone                          | 2
            deviceType!=desktop                             | 2 3
            pageUrl==https://example.com/cart               | 1 3
            pageUrl==http://www.example.com/cart            | 1 3
            pageUrl==https://example.com/CART               | -
            pageUrl=@CART                                   | 1 3
            pageUrl!@cart                                   | 2 4
            pageUrl!=https://example.com/cart               | 2 4
            pageUrl=@cafe                                   | 2
            pageUrl=^example.com/product                    | 1
            pageUrl=$/cart                                  | 1 3
            pageUrl==https://example.com/product/a\\,b\\;c  | 1
            pageUrl==https://example.com/product/a%5C%2Cb%5C%3Bc | 1
            pageTitle==Hat\\; blue\\, small                 | 1
            pageTitle==100% wool                            | 2
            pageTitle==100%25 wool                          | 2
            pageTitle==100%2525 wool                        | 2
            entryPageUrl=@cart                              | 3
            exitPageUrl=@cart                               | 1 3
            entryPageUrl!@cart                              | 1 2 4
            eventCategory==Video                            | 1 2
            eventCategory==Video;eventAction==play          | 1
            eventCategory==Video;eventName!=Intro           | -
            eventAction==play,eventAction==stop             | 1 2
            eventCategory!=Video                            | 3 4
            visitConverted==1                               | 1
            visitConverted==0                               | 2 3 4
            visitConvertedGoalId==1                         | 1
            visitConvertedGoalId!=1                         | 2 3 4
            visitConvertedGoalId==-1                        | 3
            visitEcommerceStatus==ordered                   | 1
            visitEcommerceStatus==abandonedCart             | 3
            visitEcommerceStatus!=none                      | 1 3
            actions>2                                       | 1 2
            actions<=1                                      | 3 4
            events>=2                                       | 2
            interactions==2                                 | 1
            visitDuration>0;visitDuration<100               | 1 2
            visitCount==2                                   | 2 3
            visitId==4                                      | 4
            pageUrl=@cart;deviceType==tablet,deviceType==desktop | 1 3
            """)
    void picks(String segment, String expected) {
        List<String> picked = Segment.of(segment, new Dimensions(new Buyers(() -> VISITS))).pick(VISITS).stream()
                .map(visit -> Long.toString(visit.number()))
                .toList();

        assertEquals(expected == null ? "" : expected, String.join(" ", picked));
    }

    /** As in the reports of entry and exit pages: Matomo has one column for both. */
    @Test
    void search_hides_the_page_behind_and_before_it() {
        Visit visit = Made.visit(5, "2026-11-20T10:00:00Z")
                .search("https://example.com/find")
                .page("https://example.com/cart", "Cart")
                .search("https://example.com/find")
                .done();

        for (String end : List.of("entryPageUrl", "exitPageUrl")) {
            Segment segment = Segment.of(end + "=@cart", new Dimensions(new Buyers(List::of)));
            assertEquals(List.of(), segment.pick(List.of(visit)), end);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nope==1                  | Segment 'nope' is not a supported segment.
            pageurl==x               | Segment 'pageurl' is not a supported segment.
            deviceType               | The segment condition 'deviceType' is not valid.
            pageTitle==a,b           | The segment condition 'b' is not valid.
            pageTitle==a%2Cb         | The segment condition 'b' is not valid.
            pageTitle=@              | The segment 'pageTitle=@' has no value specified. You can leave this value empty only when you use the operators: != (is not) or == (is)
            visitorId==12            | visitorId is expected to be a 16 hex char string
            referrerType==mail       | Referrer type 'mail' is not valid.
            deviceType==toaster      | Invalid 'log_visit.config_device_type' segment value toaster
            deviceType==tablet;      | Invalid 'log_visit.config_device_type' segment value tablet;
            browserCode==FF          | The sandbox does not compute the segment browserCode.
            languageCode==sv         | The sandbox does not compute the segment languageCode.
            pageTitle>3              | The sandbox does not compute segments with pageTitle>.
            deviceType=@phone        | The sandbox does not compute segments with deviceType=@.
            actions==many            | The sandbox does not compute segments with actions==.
            pageUrl==                | The sandbox does not compute segments with pageUrl== and no value.
            visitConvertedGoalId==1;pageUrl=@x | The sandbox does not compute segments that join a converted goal
            visitConvertedGoalId==1;visitConvertedGoalId==2 | The sandbox does not compute segments that join a converted goal
            """)
    void refuses(String segment, String message) {
        Dimensions dimensions = new Dimensions(new Buyers(List::of));

        String words = assertThrows(Refusal.class, () -> Segment.of(segment, dimensions))
                .words();

        assertTrue(words.startsWith(message), words);
    }

    @Test
    void who_begins_with_an_order_is_a_returning_customer() {
        Visit order = Made.visit(9, "2026-11-20T10:00:00Z")
                .returning()
                .converting(Conversion.ORDER, 0)
                .done();

        assertEquals("returningCustomer", new Buyers(() -> List.of(order)).type(order));
    }
}
