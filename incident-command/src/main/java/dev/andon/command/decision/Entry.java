package dev.andon.command.decision;

import dev.andon.kernel.event.Event;

/**
 * An event where it is recorded.
 *
 * @param position what a timeline entry is named by
 */
public record Entry(long position, Event event) {}
