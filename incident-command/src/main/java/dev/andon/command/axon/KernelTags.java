package dev.andon.command.axon;

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
        return axonTags(storedEvents.in(event).tags());
    }

    /** A plain loop, for every command asks, more than once. */
    static Set<Tag> axonTags(Set<dev.andon.kernel.Tag> tags) {
        var translated = new Tag[tags.size()];
        int count = 0;
        for (dev.andon.kernel.Tag tag : tags) {
            translated[count++] = axonTag(tag);
        }
        return Set.of(translated);
    }

    static Tag axonTag(dev.andon.kernel.Tag tag) {
        return Tag.of(tag.key(), tag.value());
    }
}
