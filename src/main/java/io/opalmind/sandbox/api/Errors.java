package io.opalmind.sandbox.api;

/** The errors of the Reporting API in Matomo's own words, and the sandbox's one. */
final class Errors {
    private static final int SAID_WITH = 200;
    private static final int NO_ACCESS = 401;

    private Errors() {}

    private static Refusal error(String words) {
        return new Refusal(SAID_WITH, words);
    }

    static Refusal rejected(boolean inQuery) {
        String tail = inQuery ? ", expired or is required to be sent as a POST parameter." : " or expired.";
        return new Refusal(NO_ACCESS, "Unable to authenticate with the provided token. It is either invalid" + tail);
    }

    static Refusal noAccess(int site) {
        return new Refusal(
                NO_ACCESS,
                "You can't access this resource as it requires 'view' access for the website id = " + site + ".");
    }

    static Refusal noAccessAnywhere() {
        return new Refusal(
                NO_ACCESS, "You can't access this resource as it requires view access for at least one website.");
    }

    static Refusal pluginMissing(String plugin) {
        return error("The plugin " + plugin
                + " is not enabled. You can activate the plugin on Settings > Plugins page in Matomo.");
    }

    static Refusal methodMissing(String plugin, String action) {
        return error("The method '" + action + "' does not exist or is not available in the module '\\Piwik\\Plugins\\"
                + plugin + "\\API'.");
    }

    static Refusal parameterMissing(String name) {
        return error("Please specify a value for '" + name + "'.");
    }

    static Refusal siteUnknown(String id) {
        return error("An unexpected website was found in the request: website id was set to '" + id + "' .");
    }

    static Refusal severalSites(String method) {
        return error(method + " with multiple sites is not supported (yet).");
    }

    static Refusal periodUnknown(String period) {
        return error("The period '" + period
                + "' is not supported. Try any of the following instead: day, week, month, year, range");
    }

    static Refusal badDate() {
        return error(
                "Date format must be: YYYY-MM-DD, or 'today' or 'yesterday' or any keyword supported by the strtotime"
                        + " function (see http://php.net/strtotime for more information): false");
    }

    static Refusal badRange(String date) {
        return error("The date '" + date + "' is not a correct date range. It should have the following format:"
                + "  'lastN', 'previousN', 'YYYY-MM-DD,YYYY-MM-DD'.");
    }

    static Refusal badCondition(String condition) {
        return error("The segment condition '" + condition + "' is not valid.");
    }

    static Refusal valueMissing(String condition) {
        return error(
                "The segment '" + condition + "' has no value specified. You can leave this value empty only when you"
                        + " use the operators: != (is not) or == (is)");
    }

    static Refusal segmentUnknown(String name) {
        return error("Segment '" + name + "' is not a supported segment.");
    }

    static Refusal badValue(String words) {
        return error(words);
    }

    static Refusal formatUnknown(String format) {
        return error("Renderer format '" + format
                + "' not valid. Try any of the following instead: console, csv, html, json,"
                + " json2, original, rss, tsv, xml.");
    }

    /** @param what in the words of docs/sandbox.md; what Matomo would answer, but the sandbox cannot tell */
    static Refusal notCovered(String what) {
        return error("The sandbox does not compute " + what
                + ". What it computes stands in docs/sandbox.md; ask a real Matomo for the rest.");
    }
}
