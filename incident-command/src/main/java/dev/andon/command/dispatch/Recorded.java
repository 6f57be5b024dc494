package dev.andon.command.dispatch;

import dev.andon.kernel.event.Event;
import java.util.List;

/**
 * What a command led to, the first time it was sent.
 *
 * @param position of the last event
 * @param before whether that was when the command had come before, under the same key
 */
public record Recorded(List<Event> events, long position, boolean before) {}
