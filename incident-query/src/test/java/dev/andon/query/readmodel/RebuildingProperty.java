package dev.andon.query.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.EventData;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Documents follow from events alone: it makes no difference how they were brought up to date, nor how often it failed. */
public abstract class RebuildingProperty {

    private static final int MOST_CRASHES = 20;
    private static final int EVENTS = 120;

    /** A store of its own, empty. */
    protected abstract ReadModelStore open();

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void rebuildingGivesTheSameBytesAsFollowingAlongWithCrashes(@ForAll("histories") List<Event> events,
            @ForAll Random random) {
        try (ReadModelStore store = open()) {
            isTheSame(new Tally(1), events.stream().map(History::data).toList(), store, random);
        }
    }

    @Property(tries = 4, edgeCases = EdgeCasesMode.NONE)
    void soItIsWithEveryProjectionOverHistoriesOfAllThereIs(@ForAll Random random) {
        List<EventData> events = RandomHistory.of(random, EVENTS);
        List<Projection<?>> projections = RealProjections.all();
        assertThat(projections).extracting(Projection::name).contains("timeline", "incidents", "problems");
        try (ReadModelStore store = open()) {
            projections.forEach(projection -> isTheSame(projection, events, store, random));
        }
    }

    private static <D> void isTheSame(Projection<D> projection, List<EventData> events, ReadModelStore store,
            Random random) {
        var decoder = new EventDecoder();
        var history = new History();
        events.forEach(history::recordAsStored);
        ModelVersion first = ModelVersion.of(projection);
        Set<String> fields = new TreeSet<>();
        // given documents that followed along, in batches of any size, with crashes
        int crashes = 0;
        while (position(at(store, first)) < events.size()) {
            // a process that starts again knows nothing but what is stored
            DocumentStore followed = at(store, first);
            List<RecordedEvent> next = history.events(position(followed)).stream().limit(1 + random.nextInt(15))
                    .toList();
            var batch = new Batch<>(projection, position(followed), next.stream().map(decoder::decode).toList());
            Map<DocumentKey, Batch.Known<D>> known = new HashMap<>();
            Awaited.answer(followed.load(batch.keys()))
                    .forEach((key, stored) -> known.put(key, batch.known(stored)));
            List<DocumentChange> changes = batch.applyTo(known);
            assertThat(batch.failure()).as("%s", projection.name()).isNull();
            changes.forEach(change -> fields.addAll(change.index().keySet()));
            if (crashes < MOST_CRASHES && random.nextInt(3) == 0) {
                crashes++;
                // some documents get there, any of them; the position does not
                followed.write(changes.stream().filter(_ -> random.nextBoolean()).toList(),
                        Awaited.answer(followed.state()).seen()).block();
            } else {
                followed.write(changes, Awaited.answer(history.bookmark(batch.position()))).block();
            }
        }
        // when
        DocumentStore rebuilt = at(store, first.next());
        var whole = new Batch<>(projection, 0, history.events(0).stream().map(decoder::decode).toList());
        rebuilt.write(whole.applyTo(Map.of()), Awaited.answer(history.bookmark(events.size()))).block();
        // then
        DocumentStore followed = at(store, first);
        assertThat(whole.failure()).isNull();
        assertThat(contents(followed)).as("%s after %d crashes", projection.name(), crashes)
                .isEqualTo(contents(rebuilt));
        fields.forEach(field -> assertThat(sorted(followed, field)).as("%s by %s", projection.name(), field)
                .isEqualTo(sorted(rebuilt, field)));
    }

    private static DocumentStore at(ReadModelStore store, ModelVersion version) {
        return Awaited.answer(store.open(version));
    }

    private static long position(DocumentStore documents) {
        return Awaited.answer(documents.state()).position();
    }

    private static List<Map.Entry<DocumentKey, String>> contents(DocumentStore documents) {
        return Awaited.all(documents.query(DocumentQuery.first(Integer.MAX_VALUE))
                .map(FoundDocument::document)
                .map(each -> Map.entry(each.key(), each.position() + text(each))));
    }

    private static List<String> sorted(DocumentStore documents, String field) {
        return Awaited.all(documents.query(DocumentQuery.first(500).sortedBy(field))
                .map(found -> found.cursor() + text(found.document())));
    }

    private static String text(StoredDocument document) {
        return new String(Objects.requireNonNull(document.body()), UTF_8);
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        Arbitrary<Long> incidents = Arbitraries.longs().between(1, 3);
        Arbitrary<Event> events = Arbitraries.<Event>frequencyOf(
                Tuple.of(2, incidents.map(History::declared)),
                Tuple.of(2, Combinators.combine(incidents, Arbitraries.of(Severity.class)).as(History::severity)),
                Tuple.of(4, Combinators.combine(incidents, Arbitraries.strings().ofMaxLength(4))
                        .as(History::finding)),
                Tuple.of(2, incidents.map(History::resolved)));
        return events.list().ofMinSize(1).ofMaxSize(40);
    }
}
