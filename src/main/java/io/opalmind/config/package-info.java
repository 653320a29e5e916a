/** Where options, environment, env files and profiles meet: one loader, used by every command. */
@NullMarked
package io.opalmind.config;

import org.jspecify.annotations.NullMarked;
