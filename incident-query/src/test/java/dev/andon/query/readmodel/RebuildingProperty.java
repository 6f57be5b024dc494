package dev.andon.query.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.RecordedEvent;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
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

    private static final EventDecoder DECODER = new EventDecoder();

    /** A store of its own, empty. */
    protected abstract ReadModelStore open();

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void rebuildingGivesTheSameBytesAsFollowingAlongWithCrashes(@ForAll("histories") List<Event> events,
            @ForAll Random random) {
        var history = new History();
        events.forEach(history::record);
        try (ReadModelStore store = open()) {
            // given documents that followed along, in batches of any size, with crashes
            DocumentStore followed = Awaited.answer(store.open(new ModelVersion("tally", 1)));
            int crashes = 0;
            while (position(followed) < events.size()) {
                List<RecordedEvent> next = history.events(position(followed)).stream().limit(1 + random.nextInt(7))
                        .toList();
                if (crashes < 20 && random.nextInt(3) == 0) {
                    crashes++;
                    crashWhileWriting(next, followed, random);
                } else {
                    apply(next, history, followed);
                }
            }
            // when
            DocumentStore rebuilt = Awaited.answer(store.open(new ModelVersion("tally", 2)));
            apply(history.events(0), history, rebuilt);
            // then
            assertThat(contents(followed)).as("after %d crashes", crashes).isEqualTo(contents(rebuilt));
            for (String field : Set.of(Tally.FINDINGS, Tally.SEVERITY)) {
                assertThat(sorted(followed, field)).isEqualTo(sorted(rebuilt, field));
            }
        }
    }

    private static void apply(List<RecordedEvent> events, History history, DocumentStore documents) {
        var batch = new Batch<>(new Tally(1), DECODER, position(documents), events);
        List<DocumentChange> changes = batch.applyTo(Awaited.answer(documents.load(batch.keys())));
        assertThat(batch.failure()).isNull();
        documents.write(changes, Awaited.answer(history.bookmark(batch.position()))).block();
    }

    /** Some documents get there, any of them; the position does not. */
    private static void crashWhileWriting(List<RecordedEvent> events, DocumentStore documents, Random random) {
        var batch = new Batch<>(new Tally(1), DECODER, position(documents), events);
        List<DocumentChange> changes = batch.applyTo(Awaited.answer(documents.load(batch.keys())));
        documents.write(changes.stream().filter(_ -> random.nextBoolean()).toList(),
                Awaited.answer(documents.state()).seen()).block();
    }

    private static long position(DocumentStore documents) {
        return Awaited.answer(documents.state()).position();
    }

    private static List<Map.Entry<DocumentKey, String>> contents(DocumentStore documents) {
        return Awaited.all(documents.findAll()
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
