/** What people took from the incident. A feeling may be told without a name. */
@NullMarked
package dev.andon.command.retrospective;

import org.jspecify.annotations.NullMarked;
