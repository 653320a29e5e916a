package io.opalmind.health;

import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ApiCall;

/** {@code plugins}: whether what the reports stand on is switched on. */
final class PluginCheck implements MatomoCheck {
    /** Funnels is bought apart, and who has none does not miss it. */
    private static final String BOUGHT = "Funnels";

    private static final String[][] NEEDED = {
        {"VisitsSummary", "key-numbers"},
        {"Actions", "popular-urls and entry-pages"},
        {"Referrers", "top-referrers, campaigns and traffic-channels"},
        {"Goals", "goal-conversions and ecommerce-*"},
        {"Events", "events and event-categories"},
        {"DevicesDetection", "device-types"},
        {"Live", "the visits log"},
        {BOUGHT, "funnel-summary"},
    };

    private int first;

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public void ask(MatomoAnswers answers) {
        first = answers.add(call(0));
        for (int i = 1; i < NEEDED.length; i++) {
            answers.add(call(i));
        }
    }

    private static ApiCall call(int index) {
        return new ApiCall("API.isPluginActivated").with("pluginName", NEEDED[index][0]);
    }

    @Override
    public void judge(MatomoAnswers answers, Finding finding) {
        if (answers.failure() != null) {
            finding.warn("Not checked, as Matomo gave no answer.");
            return;
        }
        try {
            for (int i = 0; i < NEEDED.length; i++) {
                judge(NEEDED[i], isOn(answers.get(first + i)), finding);
            }
            finding.pass("The plugins of all other reports are there.");
        } catch (MatomoException e) {
            finding.warn(String.valueOf(e.getMessage()));
        }
    }

    private static void judge(String[] plugin, boolean on, Finding finding) {
        finding.detail(plugin[0], new Value.Flag(on));
        if (!on) {
            String sentence = plugin[0] + " is not active, so there is no " + plugin[1] + ".";
            finding.found(plugin[0].equals(BOUGHT) ? CheckStatus.PASS : CheckStatus.WARN, sentence);
        }
    }

    private static boolean isOn(Value answer) {
        Value value = MatomoAnswers.single(answer);
        if (value instanceof Value.Flag flag) {
            return flag.on();
        }
        String text = value instanceof Value.Num number
                ? number.digits()
                : value instanceof Value.Text words ? words.text() : "";
        return text.equals("1");
    }
}
