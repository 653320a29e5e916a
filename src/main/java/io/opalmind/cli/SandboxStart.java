package io.opalmind.cli;

import io.opalmind.sandbox.BadHitsException;
import io.opalmind.sandbox.Filled;
import io.opalmind.sandbox.Hits;
import io.opalmind.sandbox.Moving;
import io.opalmind.sandbox.Sample;
import io.opalmind.sandbox.SampleSites;
import io.opalmind.sandbox.Sandbox;
import io.opalmind.sandbox.site.Sites;
import io.opalmind.sandbox.visits.Hit;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a sandbox begins: with which sites and which hits. Says on standard error what it holds. */
final class SandboxStart {
    /** With a visit for each five of them, and the file that they come from, they take a heap of 1 GB. */
    static final int MOST_HITS = 500_000;

    private final Invocation invocation;
    private final Sites sites;
    private final @Nullable Hits hits;
    private final Moving moving;
    private final String name;

    private SandboxStart(Invocation invocation, Sites sites, @Nullable Hits hits, Moving moving, String name) {
        this.invocation = invocation;
        this.sites = sites;
        this.hits = hits;
        this.moving = moving;
        this.name = name;
    }

    /** The sample's sites, and no hits. */
    static SandboxStart of(Invocation invocation) {
        return new SandboxStart(invocation, SampleSites.all(), null, Moving.NONE, "no hits yet");
    }

    SandboxStart withSites(Sites others) {
        return new SandboxStart(invocation, others, hits, moving, name);
    }

    SandboxStart withSample() {
        try {
            LocalDate yesterday = LocalDate.ofInstant(
                            invocation.surroundings().clock().instant(), ZoneOffset.UTC)
                    .minusDays(1);
            Moving toYesterday = Sample.moving(invocation.surroundings().clock());
            return new SandboxStart(
                    invocation,
                    sites,
                    Sample.hits(),
                    toYesterday,
                    "the sample, moved so that its last day is yesterday, " + yesterday);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hits of a file, and its sites where it names some. */
    SandboxStart withFile(String file) {
        return withFile(file, new Sites(List.of()));
    }

    /**
     * The hits of a file, and its sites where it names some.
     *
     * @param changed sites that are other than the file says
     */
    SandboxStart withFile(String file, Sites changed) {
        try (InputStream in =
                Files.newInputStream(invocation.surroundings().directory().resolve(file))) {
            Hits read = Hits.read(in, MOST_HITS);
            return new SandboxStart(invocation, read.sites(sites, changed), read, Moving.NONE, "hits of " + file);
        } catch (BadHitsException e) {
            throw new UsageException(file + ": " + e.getMessage() + ". " + e.advice());
        } catch (NoSuchFileException e) {
            throw new UsageException("There is no file " + file + " to take hits from.");
        } catch (IOException | InvalidPathException e) {
            throw new UsageException("Cannot read hits from " + file + ": " + e.getMessage() + ".");
        }
    }

    Sites sites() {
        return sites;
    }

    /** @param port 0 for any that is free */
    Sandbox open(int port, Consumer<Hit> kept) {
        try {
            Sandbox sandbox = invocation
                    .cleanup()
                    .with(Sandbox.start(
                            port,
                            sites,
                            Sandbox.randomToken(),
                            MOST_HITS,
                            invocation.surroundings().clock(),
                            kept));
            fill(sandbox);
            return sandbox;
        } catch (BindException e) {
            boolean forbidden = String.valueOf(e.getMessage()).startsWith("Permission");
            throw new UsageException("--port " + port + ": "
                    + (forbidden ? "this user may not listen there." : "another process listens there.")
                    + " Leave it out for a free one.");
        } catch (IOException e) {
            throw new OutputException("The sandbox cannot listen on 127.0.0.1: " + e.getMessage() + ".", e);
        }
    }

    private void fill(Sandbox sandbox) {
        if (hits == null) {
            invocation.console().note("Sandbox: " + name + ".");
            return;
        }
        Filled filled = sandbox.fill(hits, moving);
        invocation
                .console()
                .note("Sandbox: " + filled.stored() + (filled.stored() == 1 ? " hit, " : " hits, ") + name + ".");
        Filled.Fault fault = filled.firstFault();
        if (fault != null) {
            invocation
                    .console()
                    .warn("Of " + filled.lines() + " hits Matomo would keep " + filled.stored()
                            + "; the first it would not is on line " + fault.line() + ": " + fault.reason() + ".");
        }
    }
}
