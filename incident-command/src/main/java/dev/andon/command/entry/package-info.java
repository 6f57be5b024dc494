/** Corrections to the timeline. History is never edited: each correction and each retraction is an event of its own. */
@NullMarked
package dev.andon.command.entry;

import org.jspecify.annotations.NullMarked;
