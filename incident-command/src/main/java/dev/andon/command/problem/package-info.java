/** The things that cause incidents, kept apart from the incidents themselves. A problem outlives each of its incidents. */
@NullMarked
package dev.andon.command.problem;

import org.jspecify.annotations.NullMarked;
