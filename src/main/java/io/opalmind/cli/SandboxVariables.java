package io.opalmind.cli;

import io.opalmind.sandbox.Sandbox;
import java.util.Map;

/** What points an opalmind at a sandbox, in the words of its configuration. */
final class SandboxVariables {
    private SandboxVariables() {}

    /** Where it serves, its token, its first site, the names of all, and a state directory of its own. */
    static Map<String, String> of(Sandbox sandbox, SandboxFolder folder) {
        return Map.of(
                "MATOMO_BASE_URL", sandbox.url(),
                "MATOMO_TOKEN", sandbox.token(),
                "MATOMO_DEFAULT_SITE_ID",
                        Integer.toString(sandbox.sites().all().get(0).id()),
                "SITE_MAPPING_PATH",
                        folder.write("sites.json", sandbox.sites().idsByName()).toString(),
                "OPALMIND_STATE_DIR", folder.path().resolve("state").toString());
    }
}
