package dev.andon.command.axon;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
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
        var tags = new HashSet<Tag>();
        for (dev.andon.kernel.Tag tag : storedEvents.in(event).tags()) {
            tags.add(axonTag(tag));
        }
        return Collections.unmodifiableSet(tags);
    }

    static Tag axonTag(dev.andon.kernel.Tag tag) {
        return Tag.of(tag.key(), tag.value());
    }
}
