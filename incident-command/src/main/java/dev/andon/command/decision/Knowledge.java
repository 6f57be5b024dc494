package dev.andon.command.decision;

import dev.andon.kernel.event.Event;
import java.util.List;

/** What must be known to decide: read in one go, or step by step where only the first answer tells what to ask next. */
public sealed interface Knowledge<S> permits DecisionModel, Successive {

    /** What is read first, and what nobody may add to meanwhile: one clause for each set of tags. */
    List<DecisionModel.Clause> boundary();

    /** What is known after these events, oldest first. */
    S after(Iterable<Event> events);
}
