package io.opalmind.cli;

/** The tool's version. A constant: reading the jar's manifest costs start-up. A test holds it to the POM. */
public final class Version {
    public static final String NUMBER = "0.1.0-SNAPSHOT";

    private Version() {}
}
