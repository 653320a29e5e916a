/** What becomes of hits: visits, actions, conversions, as Matomo's tracker makes them. */
@NullMarked
package io.opalmind.sandbox.visits;

import org.jspecify.annotations.NullMarked;
