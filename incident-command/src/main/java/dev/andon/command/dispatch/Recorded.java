package dev.andon.command.dispatch;

import dev.andon.kernel.event.Event;
import java.util.List;

/**
 * What a command led to.
 *
 * @param position of the last event; the head of the log if the rule decided that nothing happens
 * @param repeated whether this is the result of an earlier submission of the same command
 */
public record Recorded(List<Event> events, long position, boolean repeated) {}
