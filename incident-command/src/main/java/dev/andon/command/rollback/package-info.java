/** Undoing a change, how that ended, and doing it again. A rollback names what it undoes as that was known when it started. */
@NullMarked
package dev.andon.command.rollback;

import org.jspecify.annotations.NullMarked;
