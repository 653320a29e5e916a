package io.opalmind;

/** What the library tells its user beside results. The messages may quote servers: redact before showing. */
public interface Notices {
    /** Something went otherwise than asked for, and the work went on. */
    void warn(String message);

    /** What happened, for those who want to know. */
    void detail(String message);
}
