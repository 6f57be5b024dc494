/** What was told to stakeholders. Recorded so that everybody knows who was told what, and when the next word is due. */
@NullMarked
package dev.andon.command.update;

import org.jspecify.annotations.NullMarked;
