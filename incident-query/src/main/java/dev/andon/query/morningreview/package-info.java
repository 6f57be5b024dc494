/** The page for the morning meeting: what happened on a day, what is open, what nobody does, and what the last meeting decided. */
@NullMarked
package dev.andon.query.morningreview;

import org.jspecify.annotations.NullMarked;
