package dev.andon.command.axon;

import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/** An event is tagged by what it says it can be found by. */
final class KernelTags implements TagResolver {

    private final StoredEvents storedEvents;

    KernelTags(StoredEvents storedEvents) {
        this.storedEvents = storedEvents;
    }

    @Override
    public Set<Tag> resolve(EventMessage event) {
        return storedEvents.in(event).tags().stream().map(KernelTags::axonTag).collect(Collectors.toUnmodifiableSet());
    }

    static Tag axonTag(dev.andon.kernel.Tag tag) {
        return Tag.of(tag.key(), tag.value());
    }
}
