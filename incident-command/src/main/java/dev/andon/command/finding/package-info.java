/** What people saw, suspected, could show, or decided, and what became of their suspicions. */
@NullMarked
package dev.andon.command.finding;

import org.jspecify.annotations.NullMarked;
