/** What must be so before a busy period, what was found, and who stands for it. */
@NullMarked
package dev.andon.query.readinesschecks;

import org.jspecify.annotations.NullMarked;
