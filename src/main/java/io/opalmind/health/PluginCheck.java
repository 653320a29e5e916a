package io.opalmind.health;

import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.ReportName;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ApiCall;
import io.opalmind.matomo.report.AllReports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code plugins}: whether what the reports stand on is switched on. */
final class PluginCheck implements MatomoCheck {
    /** Funnels is bought apart, and who has none does not miss it. */
    private static final String BOUGHT = "Funnels";

    private static final String VISITS_LOG = "Live";

    private final Map<String, List<ReportName>> reports = AllReports.byPlugin();
    private final List<String> plugins = new ArrayList<>(reports.keySet());
    private int first;

    PluginCheck() {
        plugins.add(VISITS_LOG);
    }

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public void ask(MatomoAnswers answers) {
        first = answers.add(call(0));
        for (int i = 1; i < plugins.size(); i++) {
            answers.add(call(i));
        }
    }

    private ApiCall call(int index) {
        return new ApiCall("API.isPluginActivated").with("pluginName", plugins.get(index));
    }

    @Override
    public void judge(MatomoAnswers answers, Finding finding) {
        if (answers.failure() != null) {
            finding.warn("Not checked, as Matomo gave no answer.");
            return;
        }
        try {
            for (int i = 0; i < plugins.size(); i++) {
                judge(plugins.get(i), isOn(answers.get(first + i)), finding);
            }
            finding.pass("The plugins of all other reports are there.");
        } catch (MatomoException e) {
            finding.warn(String.valueOf(e.getMessage()));
        }
    }

    private void judge(String plugin, boolean on, Finding finding) {
        finding.detail(plugin, new Value.Flag(on));
        if (!on) {
            String sentence = plugin + " is not active, so there is no " + missing(plugin) + ".";
            finding.found(plugin.equals(BOUGHT) ? CheckStatus.PASS : CheckStatus.WARN, sentence);
        }
    }

    private String missing(String plugin) {
        if (plugin.equals(VISITS_LOG)) {
            return "visits log";
        }
        StringBuilder names = new StringBuilder();
        for (ReportName report : reports.getOrDefault(plugin, List.of())) {
            names.append(names.isEmpty() ? "" : ", ").append(report.label());
        }
        return names.toString();
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
