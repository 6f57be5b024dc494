/** The end of an incident. Closed means that the learning is done, so closing asks all who take part in that. */
@NullMarked
package dev.andon.command.closing;

import org.jspecify.annotations.NullMarked;
