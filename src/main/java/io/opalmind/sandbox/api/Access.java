package io.opalmind.sandbox.api;

/** What the token of a request may do. */
public enum Access {
    /** The sandbox's own token: a super user. */
    ADMIN,
    /** No token at all. */
    NONE,
    /** A token that is not the sandbox's, sent in the body. */
    REJECTED,
    /** The same in the query string: Matomo's words are others there. */
    REJECTED_IN_QUERY
}
