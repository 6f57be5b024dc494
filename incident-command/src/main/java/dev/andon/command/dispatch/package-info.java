/**
 * Gets a command decided: gives new things their identifiers, tries again when somebody was faster, and answers a repeated
 * command with its first result. The only place that does any of these.
 */
@NullMarked
package dev.andon.command.dispatch;

import org.jspecify.annotations.NullMarked;
