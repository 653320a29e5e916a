/**
 * A Matomo on loopback that computes its reports from the hits it was sent. Imports nothing of ours outside this room, and is
 * for tests in Java as well:
 *
 * <pre>{@code
 * try (Sandbox matomo = Sandbox.start(0, SampleSites.all(), Sandbox.randomToken(), 10_000, Clock.systemUTC())) {
 *     matomo.fill(Sample.hits(), Sample.moving(Clock.systemUTC()));
 *     // Track to matomo.url() and ask it for reports, with matomo.token().
 * }
 * }</pre>
 *
 * <p>What it covers, and what it refuses: {@code docs/sandbox.md}.
 */
@NullMarked
package io.opalmind.sandbox;

import org.jspecify.annotations.NullMarked;
