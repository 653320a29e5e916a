/** Figures from visits: a class for each report of the Reporting API. */
@NullMarked
package io.opalmind.sandbox.report;

import org.jspecify.annotations.NullMarked;
