/** What can happen, one immutable record each, in the past tense. */
@NullMarked
package dev.andon.kernel.event;

import org.jspecify.annotations.NullMarked;
