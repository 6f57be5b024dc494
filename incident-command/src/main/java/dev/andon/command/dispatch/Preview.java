package dev.andon.command.dispatch;

import dev.andon.kernel.event.Event;
import java.util.List;

/**
 * What a command would lead to, now.
 *
 * @param events what the answer would be made from
 * @param recordedBefore whether the events are there already, under the same key; no further one would be recorded
 */
public record Preview(List<Event> events, boolean recordedBefore) {}
