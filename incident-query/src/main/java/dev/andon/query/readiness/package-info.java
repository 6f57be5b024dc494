/** Friday's statement that all is ready for a busy period, and Monday's report of what happened in it: one page, before and after. */
@NullMarked
package dev.andon.query.readiness;

import org.jspecify.annotations.NullMarked;
