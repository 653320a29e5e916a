/** An HTTP double of Matomo for tests: it replays recorded answers over real loopback HTTP. */
@NullMarked
package io.opalmind.testing.matomo;

import org.jspecify.annotations.NullMarked;
