package dev.andon.eventstore.axon;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Criteria.Clause;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.eventstore.Tag;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;

/**
 * Says in the store's words what Axon says in its own, and back. Nothing is lost on the way: an event that is read equals
 * the one that was appended, but that its payload is still bytes.
 */
final class Translation {

    /** Tags differ from one command to the next; the types beside them are named in code, and so are few. */
    private static final Map<Set<QualifiedName>, Set<String>> NAMES = new ConcurrentHashMap<>();

    private Translation() {}

    static EventData event(TaggedEventMessage<?> tagged, Converter converter) {
        EventMessage event = tagged.event();
        byte[] payload = converter.convert(event.payload(), byte[].class);
        if (payload == null) {
            throw new IllegalArgumentException("The event " + event.type() + " has no payload to record");
        }
        return new EventData(event.identifier(), event.type().name(), event.type().version(), event.timestamp(),
                tags(tagged.tags()), payload, event.metadata());
    }

    static Entry<EventMessage> entry(RecordedEvent event) {
        Recorded recorded = Recorded.of(event);
        return new SimpleEntry<>(new RecordedEventMessage(event.data(), recorded),
                TrackingToken.addToContext(Context.with(Recorded.RESOURCE_KEY, recorded), token(event.position())));
    }

    static Entry<EventMessage> terminal(long position) {
        return new SimpleEntry<>(TerminalEventMessage.INSTANCE,
                ConsistencyMarker.addToContext(Context.empty(), new GlobalIndexConsistencyMarker(position)));
    }

    static TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    /** Plain loops, for each command asks. */
    static Criteria criteria(EventCriteria criteria) {
        if (!criteria.hasCriteria()) {
            // What accepts any event flattens to no criterion at all.
            return Criteria.everything();
        }
        var clauses = new ArrayList<Clause>();
        for (EventCriterion criterion : criteria.flatten()) {
            clauses.add(new Clause(tags(criterion.tags()), names(criterion.types())));
        }
        return new Criteria(clauses);
    }

    /** @param criteria those of the condition */
    static AppendCondition condition(
            org.axonframework.eventsourcing.eventstore.AppendCondition condition, Supplier<Criteria> criteria) {
        ConsistencyMarker marker = condition.consistencyMarker();
        return marker == ConsistencyMarker.INFINITY ? AppendCondition.none()
                : new AppendCondition(criteria.get(), Math.max(0, GlobalIndexConsistencyMarker.position(marker)));
    }

    private static Set<Tag> tags(Set<org.axonframework.messaging.eventstreaming.Tag> tags) {
        var translated = new Tag[tags.size()];
        int count = 0;
        for (var tag : tags) {
            translated[count++] = Tag.of(tag.key(), tag.value());
        }
        return Set.of(translated);
    }

    private static Set<String> names(Set<QualifiedName> types) {
        Set<String> known = NAMES.get(types);
        if (known == null) {
            known = types.stream().map(QualifiedName::toString).collect(Collectors.toUnmodifiableSet());
            NAMES.put(Set.copyOf(types), known);
        }
        return known;
    }
}
