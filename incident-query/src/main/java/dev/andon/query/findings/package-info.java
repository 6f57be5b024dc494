/** One finding as it stands: what it says, and what became of it. All of them together are on the timeline. */
@NullMarked
package dev.andon.query.findings;

import org.jspecify.annotations.NullMarked;
