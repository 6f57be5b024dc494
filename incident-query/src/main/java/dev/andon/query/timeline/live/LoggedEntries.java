package dev.andon.query.timeline.live;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.eventstore.Tag;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.json.EventCodec;
import dev.andon.query.readmodel.Recorded;
import dev.andon.query.timeline.AsRecorded;
import dev.andon.query.timeline.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Timeline entries in the order of the log, straight from it: the read model has them by incident only. */
final class LoggedEntries {

    private static final String[] NAMING = AsRecorded.NAMING.stream().map(EventCodec::nameOf).toArray(String[]::new);
    private static final String INCIDENT = IncidentId.of(1).tag().key();

    private final EventStore events;
    private final EventCodec codec = new EventCodec();

    LoggedEntries(EventStore events) {
        this.events = events;
    }

    Mono<Long> head() {
        return events.head().map(head -> head.position());
    }

    /** The commits behind this position, and those to come. */
    Flux<Commit> follow(long after) {
        return events.follow(after);
    }

    /** Those in (after, upTo]. */
    Flux<Entry> all(long after, long upTo) {
        return upTo <= after
                ? Flux.empty()
                : events.read(after)
                        .takeWhile(commit -> commit.first() <= upTo)
                        .concatMapIterable(commit -> commit
                                .recordedEvents(Criteria.everything(), after, upTo)
                                .flatMap(this::entry)
                                .toList());
    }

    /** Those of one incident in (after, upTo]. */
    Flux<Entry> of(IncidentId incident, long after, long upTo) {
        return upTo <= after ? Flux.empty() : read(incident, Criteria.tagged(tag(incident)), after, upTo);
    }

    /** Those that name things in an incident, up to a position. */
    Flux<Entry> naming(IncidentId incident, long upTo) {
        return upTo == 0 ? Flux.empty() : read(incident, Criteria.tagged(tag(incident)).andTypes(NAMING), 0, upTo);
    }

    /** The incidents that an event is filed under, without a look into it. */
    static Set<String> incidentsOf(RecordedEvent event) {
        return event.data().tags().stream()
                .filter(tag -> tag.key().equals(INCIDENT))
                .map(Tag::value)
                .collect(Collectors.toSet());
    }

    /** What it is on timelines, if it is on any. */
    Stream<Entry> entry(RecordedEvent event) {
        var data = event.data();
        return codec.read(data.type(), data.version(), data.payload()) instanceof IncidentEvent told
                && !told.incidents().isEmpty()
                        ? Stream.of(Entry.of(
                                new Recorded(event.position(), event.recordedAt(), data.metadata(), told), told))
                        : Stream.empty();
    }

    private Flux<Entry> read(IncidentId incident, Criteria criteria, long after, long upTo) {
        return events.read(criteria, after, upTo)
                .concatMapIterable(event -> entry(event)
                        .filter(entry -> entry.event().incidents().contains(incident))
                        .toList());
    }

    private static Tag tag(IncidentId incident) {
        return new Tag(incident.tag().key(), incident.tag().value());
    }
}
