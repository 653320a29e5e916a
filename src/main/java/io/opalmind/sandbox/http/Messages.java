package io.opalmind.sandbox.http;

/** Matomo's own words, and a few of the sandbox's. */
final class Messages {
    static final String BULK_TYPE = "application/json";
    static final String API_TYPE = "application/json; charset=utf-8";

    static final String NOTICE =
            "This resource is part of Matomo. Keep full control of your data with the leading free and"
                    + " open source <a href='https://matomo.org' target='_blank' rel='noopener noreferrer nofollow'>web analytics &"
                    + " conversion optimisation platform</a>.<br>\nThis file is the endpoint for the Matomo tracking API. If you want"
                    + " to access the Matomo UI or use the Reporting API, please use <a href='index.php'>index.php</a> instead.\n";

    static final String LOCKED_OUT = "Too many failed logins. Please wait and try logging in again later.";
    static final String LOCKED_OUT_JSON = "{\"result\":\"error\",\"message\":\"" + LOCKED_OUT + "\"}";
    static final String NOT_FOUND = "File not found.\n";

    static final String FRONT_PAGE =
            "<!doctype html><title>OpalMind sandbox</title><p>A Matomo for trying. It has no pages,"
                    + " but answers <code>index.php?module=API</code> and takes hits at <code>matomo.php</code>.\n";

    /** Of a request that says in its body that it is one of the API, when it is too late for JSON. */
    static final String BAD_TOKEN_PAGE = """
            <!DOCTYPE html>
            <title>Matomo &rsaquo; Error</title>
            <h1>An error occurred</h1>
            <h2>Unable to authenticate with the provided token. It is either invalid or expired.</h2>
            """;

    static final String OTHER_HOST = "This sandbox answers to 127.0.0.1 and localhost alone.\n";
    static final String OTHER_METHOD = "This sandbox answers GET and POST alone.\n";
    static final String FAILED = "The sandbox could not answer this. Please report it.\n";

    private Messages() {}

    static String tooLarge(String most) {
        return "This is too large for the sandbox: send at most " + most + " at once.\n";
    }
}
