package io.opalmind.testing.matomo;

/** Matomo's error messages, in the words of the recordings. Values are HTML-escaped, as Matomo does in plain calls. */
final class Messages {
    static final String LOCKED_OUT = "Too many failed logins. Please wait and try logging in again later.";
    static final String BAD_TOKEN = "Unable to authenticate with the provided token. It is either invalid or expired.";
    static final String BAD_TOKEN_IN_URL = "Unable to authenticate with the provided token. It is either invalid,"
            + " expired or is required to be sent as a POST parameter.";
    static final String SUPER_USER = "You can't access this resource as it requires a 'superuser' access.";
    static final String ANY_VIEW =
            "You can't access this resource as it requires view access for at least one website.";
    static final String BAD_DATE = "Date format must be: YYYY-MM-DD, or 'today' or 'yesterday' or any keyword supported"
            + " by the strtotime function (see http://php.net/strtotime for more information): false";

    private Messages() {}

    static String viewAccess(String site) {
        return "You can't access this resource as it requires 'view' access for the website id = " + escape(site) + ".";
    }

    static String noSuchSite(String site) {
        return "An unexpected website was found in the request: website id was set to '" + escape(site) + "' .";
    }

    static String noPlugin(String plugin) {
        return "The plugin " + escape(plugin)
                + " is not enabled. You can activate the plugin on Settings &gt; Plugins page in Matomo.";
    }

    static String missing(String param) {
        return "Please specify a value for '" + param + "'.";
    }

    static String badPeriod(String period) {
        return "The period '" + escape(period)
                + "' is not supported. Try any of the following instead: day, week, month, year, range";
    }

    static String badCondition(String condition) {
        return "The segment condition '" + escape(condition) + "' is not valid.";
    }

    static String badSegment(String name) {
        return "Segment '" + escape(name) + "' is not a supported segment.";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Within a bulk request messages are not escaped. */
    static String unescape(String text) {
        return text.replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
