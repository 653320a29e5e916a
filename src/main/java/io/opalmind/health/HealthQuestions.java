package io.opalmind.health;

import org.jspecify.annotations.Nullable;

/**
 * How much is to be looked at.
 *
 * @param site whose access is checked, and how fresh its data is; null for none
 * @param details whether also what costs more to ask, or is merely good to know
 */
public record HealthQuestions(@Nullable Long site, boolean details) {}
