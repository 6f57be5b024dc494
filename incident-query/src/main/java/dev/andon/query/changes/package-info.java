/** Changes to production, what would undo each, and which of them were undone in which incident. */
@NullMarked
package dev.andon.query.changes;

import org.jspecify.annotations.NullMarked;
