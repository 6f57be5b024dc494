/** Statements of health by whoever is on standby, during an incident or when nothing is wrong. */
@NullMarked
package dev.andon.command.checkin;

import org.jspecify.annotations.NullMarked;
