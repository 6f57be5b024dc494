/** Who is asking, and what they may post and read. Both sides of the product ask here, so that they cannot disagree. */
@NullMarked
package dev.andon.access;

import org.jspecify.annotations.NullMarked;
