/** Matches, premieres, sales: what is known of them beforehand. */
@NullMarked
package dev.andon.query.plannedevents;

import org.jspecify.annotations.NullMarked;
