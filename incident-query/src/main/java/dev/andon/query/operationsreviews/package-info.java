/** The meetings about the operations of a day, and what they decided. */
@NullMarked
package dev.andon.query.operationsreviews;

import org.jspecify.annotations.NullMarked;
