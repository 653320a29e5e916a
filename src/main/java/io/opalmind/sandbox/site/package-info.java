/** The sites that a sandbox measures, and their goals. */
@NullMarked
package io.opalmind.sandbox.site;

import org.jspecify.annotations.NullMarked;
