/** The Reporting API: a request's parameters in, Matomo's answer out. */
@NullMarked
package io.opalmind.sandbox.api;

import org.jspecify.annotations.NullMarked;
