package io.opalmind.sandbox.api;

/** A request that is answered with an error. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String words;

    /**
     * @param status of HTTP
     * @param words before they are escaped for HTML
     */
    Refusal(int status, String words) {
        super(words);
        this.status = status;
        this.words = words;
    }

    int status() {
        return status;
    }

    String words() {
        return words;
    }
}
