/** What was undone and is not live again, what nobody could undo by a plan, and how long undoing took against what was planned. */
@NullMarked
package dev.andon.query.rollbacks;

import org.jspecify.annotations.NullMarked;
