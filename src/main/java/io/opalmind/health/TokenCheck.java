package io.opalmind.health;

import io.opalmind.matomo.ErrorKind;
import io.opalmind.matomo.MatomoException;
import io.opalmind.matomo.Value;
import io.opalmind.matomo.http.ApiCall;

/**
 * {@code token-auth}: whether Matomo knows the token, which sites it may see, and with which rights. A super user stands
 * under Admin. By methods of Matomo 4 to 6; those that tell the user's name have come and gone.
 */
final class TokenCheck implements MatomoCheck {
    private final boolean details;
    private int sites;
    private int write;
    private int admin;

    TokenCheck(boolean details) {
        this.details = details;
    }

    @Override
    public String name() {
        return "token-auth";
    }

    @Override
    public void ask(MatomoAnswers answers) {
        sites = answers.add(new ApiCall("SitesManager.getSitesIdWithAtLeastViewAccess"));
        write = answers.add(new ApiCall("SitesManager.getSitesIdWithWriteAccess"));
        admin = answers.add(new ApiCall("SitesManager.getSitesIdWithAdminAccess"));
    }

    @Override
    public void judge(MatomoAnswers answers, Finding finding) {
        MatomoException failure = answers.failure();
        if (failure != null && !isOfToken(failure.kind())) {
            finding.warn("Not checked, as Matomo gave no answer.");
            return;
        }
        try {
            rights(size(answers.get(sites)), answers, finding);
        } catch (MatomoException e) {
            finding.fail(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isOfToken(ErrorKind kind) {
        return kind == ErrorKind.TOKEN_REFUSED || kind == ErrorKind.ACCESS_DENIED || kind == ErrorKind.LOCKED_OUT;
    }

    private void rights(int seen, MatomoAnswers answers, Finding finding) {
        finding.observed(seen, "sites").detail("sites", seen);
        if (seen == 0) {
            finding.fail("The token may see no site. Check the rights of its user in Matomo.");
            return;
        }
        int writes = size(answers.get(write));
        int admins = size(answers.get(admin));
        finding.detail("write", writes).detail("admin", admins);
        finding.pass("The token may see " + sites(seen) + ", write to " + writes + " and administer " + admins + ".");
        if (details) {
            finding.detail("siteIds", answers.get(sites))
                    .detail("writeSiteIds", answers.get(write))
                    .detail("adminSiteIds", answers.get(admin));
            if (admins > 0) {
                finding.pass("That is more than needed: view access is enough for reports, write access for hits of"
                        + " the past.");
            }
        }
    }

    private static String sites(int number) {
        return number == 1 ? "1 site" : number + " sites";
    }

    private static int size(Value answer) {
        return answer instanceof Value.Items items ? items.values().size() : 0;
    }
}
