package io.opalmind.cli;

import io.opalmind.sandbox.site.SiteText;
import io.opalmind.sandbox.site.Sites;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** How a sandbox is to serve, as typed. */
record SandboxOptions(
        int port,
        @Nullable String hits,
        boolean empty,
        List<String> sites,
        List<String> goals,
        @Nullable String recordFile,
        List<String> command) {
    private static final int MOST_PORT = 65_535;

    static void declare(CommandSpec spec) {
        new Declared(spec)
                .number("N", "Listen on this port of 127.0.0.1. Default: any that is free.", "--port")
                .text("FILE", "Begin with the hits of FILE: NDJSON, packed with gzip or not.", "--hits")
                .flag("Begin without hits. Otherwise, without --hits and --site, with the sample.", "--empty")
                .texts(
                        "SITE",
                        "A site: id=1, then name, url, timezone, currency and ecommerce=yes|no, with commas between;"
                                + " again for more. Default: the sample's two.",
                        "--site")
                .texts(
                        "GOAL",
                        "A goal: site=1,id=3, then name, revenue, and contains=/thanks for one that a page's address"
                                + " reaches; again for more.",
                        "--goal")
                .text("FILE", "Add each hit that is kept to FILE, for --hits and --sandbox=FILE.", "--record");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0..*")
                .arity("0..*")
                .paramLabel("[-- COMMAND…]")
                .type(String[].class)
                .description("Run this with the sandbox in its environment, and end with it and its exit code.")
                .build());
    }

    static SandboxOptions of(ParseResult parsed) {
        Integer port = Declared.number(parsed, "--port");
        if (port != null && port > MOST_PORT) {
            throw new UsageException("--port " + port + ": a port is at most " + MOST_PORT + ".");
        }
        return new SandboxOptions(
                port == null ? 0 : port,
                Declared.text(parsed, "--hits"),
                Declared.has(parsed, "--empty"),
                List.of(Declared.texts(parsed, "--site")),
                List.of(Declared.texts(parsed, "--goal")),
                Declared.text(parsed, "--record"),
                List.of(parsed.matchedPositionalValue(0, new String[0])));
    }

    SandboxStart start(Invocation invocation) {
        if (hits != null && empty) {
            throw new UsageException("--hits and --empty exclude each other. Leave one out.");
        }
        SandboxStart start = filled(SandboxStart.of(invocation));
        return start.withSites(withGoals(start.sites()));
    }

    private SandboxStart filled(SandboxStart start) {
        Sites described = new Sites(List.of());
        for (String typed : sites) {
            described = read("--site", typed, described, (all, text) -> all.with(SiteText.site(text)));
        }
        SandboxStart begun = sites.isEmpty() ? start : start.withSites(described);
        if (hits != null) {
            return begun.withFile(hits, described);
        }
        return empty || !sites.isEmpty() ? begun : begun.withSample();
    }

    private Sites withGoals(Sites before) {
        Sites list = before;
        for (String typed : goals) {
            list = read("--goal", typed, list, SiteText::withGoal);
        }
        return list;
    }

    /** Whether sites or goals were typed. */
    boolean describesSites() {
        return !sites.isEmpty() || !goals.isEmpty();
    }

    private static Sites read(String option, String typed, Sites before, Reading reading) {
        try {
            return reading.apply(before, typed);
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + " '" + typed + "': " + e.getMessage() + ".");
        }
    }

    private interface Reading {
        Sites apply(Sites before, String text);
    }
}
