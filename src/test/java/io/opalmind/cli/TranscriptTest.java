package io.opalmind.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.opalmind.testing.matomo.FakeMatomo;
import io.opalmind.testing.matomo.MatomoExtension;
import io.opalmind.testing.matomo.MatomoExtension.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every session of {@code golden/cli/sessions}. A new one is a file with its commands alone, then rewritten. */
@ExtendWith(MatomoExtension.class)
class TranscriptTest {
    @TestFactory
    List<DynamicTest> each_session_with_the_shop_goes_as_recorded(FakeMatomo matomo, @TempDir Path home) {
        answerFunnels(matomo);
        return sessions("shop", RunCli.with(matomo, home));
    }

    @TestFactory
    List<DynamicTest> each_session_with_shop_and_blog_goes_as_recorded(@Dataset FakeMatomo matomo, @TempDir Path home) {
        return sessions("dataset", RunCli.with(matomo, home));
    }

    /** The recorded Matomo has no funnels. */
    private static void answerFunnels(FakeMatomo matomo) {
        matomo.answer(
                "Funnels.getFunnel",
                "{\"idfunnel\":3,\"name\":\"Checkout\",\"steps\":"
                        + "[{\"position\":1,\"name\":\"Cart\"},{\"position\":2,\"name\":\"Payment\"}]}");
        matomo.answer(
                "Funnels.getFunnelMetrics", "{\"nb_visits\":\"50\",\"nb_conversions\":20,\"conversion_rate\":\"40%\"}");
        matomo.answer(
                "Funnels.getFunnelFlowTable",
                "[{\"label\":\"Cart\",\"step_position\":1,\"nb_visits\":50,\"nb_conversions\":30},"
                        + "{\"label\":\"Payment\",\"step_position\":2,\"nb_visits\":30,\"nb_conversions\":20}]");
    }

    private static List<DynamicTest> sessions(String folder, RunCli shell) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Golden golden : Golden.files("sessions/" + folder)) {
            tests.add(dynamicTest(golden.name(), () -> golden.check(Transcript.again(golden.text(), shell))));
        }
        assertFalse(tests.isEmpty(), "no sessions in " + folder);
        return tests;
    }
}
