package io.opalmind.health;

import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.Row;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.report.SiteInfo;
import org.jspecify.annotations.Nullable;

/** {@code site-access}: whether the token may see that site. */
final class SiteCheck implements MatomoCheck {
    private final long site;
    private int number;

    SiteCheck(long site) {
        this.site = site;
    }

    @Override
    public String name() {
        return "site-access";
    }

    @Override
    public void ask(MatomoAnswers answers) {
        number = answers.add(SiteInfo.call(site));
    }

    @Override
    public void judge(MatomoAnswers answers, Finding finding) {
        finding.detail("site", site);
        if (answers.failure() != null) {
            finding.warn("Not checked, as Matomo gave no answer.");
            return;
        }
        try {
            Row found = row(answers.get(number));
            if (found == null) {
                finding.fail("Matomo knows no site " + site + ".");
                return;
            }
            boolean named = found.get("name") instanceof Value.Text;
            finding.pass("Site ID " + site + " accessible" + (named ? " (" + name(found) + ")." : "."));
            if (named) {
                finding.detail("name", name(found));
            }
        } catch (MatomoException e) {
            finding.fail(String.valueOf(e.getMessage()));
        }
    }

    private static String name(Row found) {
        return found.get("name") instanceof Value.Text text ? text.text() : "";
    }

    /** Older versions of Matomo put it into an array. */
    private static @Nullable Row row(Value answer) {
        Value first = answer instanceof Value.Items items && !items.values().isEmpty()
                ? items.values().get(0)
                : answer;
        return first instanceof Row found ? found : null;
    }
}
