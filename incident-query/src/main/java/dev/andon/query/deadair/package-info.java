/** What should have been said and was not: missed check-ins, overdue updates, rollbacks without an end, whys without an answer. */
@NullMarked
package dev.andon.query.deadair;

import org.jspecify.annotations.NullMarked;
