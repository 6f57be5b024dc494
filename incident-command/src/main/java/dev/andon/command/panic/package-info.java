/**
 * Calling for help, for people who know nothing of incidents. What they are told is a part of what is recorded, so that
 * everybody can see what they were told.
 */
@NullMarked
package dev.andon.command.panic;

import org.jspecify.annotations.NullMarked;
