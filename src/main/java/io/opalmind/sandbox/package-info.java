/** A Matomo on loopback that computes its reports from the hits it was sent. Imports nothing of ours outside this room. */
@NullMarked
package io.opalmind.sandbox;

import org.jspecify.annotations.NullMarked;
