/**
 * How a planned event went: what was expected, how ready everybody was, and what happened in its window. That nothing happened
 * is a result, and said as one.
 */
@NullMarked
package dev.andon.query.successreview;

import org.jspecify.annotations.NullMarked;
