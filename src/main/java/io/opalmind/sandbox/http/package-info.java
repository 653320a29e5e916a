/** The wire: a server on loopback, tokens, tracking requests. */
@NullMarked
package io.opalmind.sandbox.http;

import org.jspecify.annotations.NullMarked;
