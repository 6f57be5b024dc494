/**
 * How a command becomes events: a {@link dev.andon.command.decision.Rule} knows what it needs to know, and decides. Free of
 * any framework, so that every rule can be read, and tried, by itself.
 */
@NullMarked
package dev.andon.command.decision;

import org.jspecify.annotations.NullMarked;
