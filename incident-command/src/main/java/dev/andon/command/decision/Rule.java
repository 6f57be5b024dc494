package dev.andon.command.decision;

import dev.andon.kernel.command.Command;
import dev.andon.kernel.event.Event;
import java.util.List;

/**
 * Decides on one kind of command.
 *
 * @param <C> the command
 * @param <S> what must be known to decide
 */
public interface Rule<C extends Command, S> {

    Class<C> command();

    /**
     * What must be known to decide, and hence what nobody may change meanwhile. It names only the events that the decision
     * depends on: adding the 10,000th finding must not load the other 9,999.
     */
    Knowledge<S> knowledgeFor(C command);

    /** The events that follow. Throws {@link Refused}, {@link NotFound} or {@link Invalid}. */
    List<Event> decide(C command, S known, Circumstances circumstances);
}
