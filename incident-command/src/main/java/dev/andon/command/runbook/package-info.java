/** Owners' manuals: published, revised, and executed step by step during an incident. */
@NullMarked
package dev.andon.command.runbook;

import org.jspecify.annotations.NullMarked;
