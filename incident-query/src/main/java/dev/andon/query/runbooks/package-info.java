/** Owners' manuals, their versions, and how often somebody followed them. */
@NullMarked
package dev.andon.query.runbooks;

import org.jspecify.annotations.NullMarked;
