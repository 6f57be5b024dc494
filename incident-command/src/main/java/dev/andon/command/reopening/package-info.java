/** The return of an incident that seemed to be over. What it is linked to may have been fixed meanwhile, and so was not. */
@NullMarked
package dev.andon.command.reopening;

import org.jspecify.annotations.NullMarked;
