/**
 * An incident step by step, as those who were in it came to know it. No step knows anything that was recorded after it.
 */
@NullMarked
package dev.andon.query.replay;

import org.jspecify.annotations.NullMarked;
