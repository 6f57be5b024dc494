package dev.andon.query.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.EventData;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.json.EventCodec;
import dev.andon.query.History;
import dev.andon.query.document.DocumentWriter;
import dev.andon.query.readmodel.RandomHistory;
import dev.andon.query.recurringproblems.ProblemHistory;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.timeline.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is recorded after a publication, of whichever incident or problem, what was published stays what it was. */
class PublishedPostmortemProperty {

    private static final EventCodec CODEC = new EventCodec();
    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");
    private static final int BEGINNINGS = 33;

    @Property(tries = 60)
    void whatWasPublishedNeverChanges(
            @ForAll long seed, @ForAll @IntRange(max = 120) int before,
            @ForAll @IntRange(min = 1, max = 60) int later) {
        List<Event> events = events(seed, BEGINNINGS + before + later);
        History history = History.of();
        events.subList(0, BEGINNINGS + before).forEach(event -> record(history, event));
        record(history, new PostmortemPublished(INCIDENT, 1, START));
        Published published = published(history);

        for (Event event : events.subList(BEGINNINGS + before, events.size())) {
            record(history, event);
        }

        assertThat(published(history)).isEqualTo(published);
    }

    /** What every format is made of, and the first that is made of it; with names and without. */
    private record Published(DocumentWriter.Draft named, DocumentWriter.Draft nameless, String markdown) {}

    private static Published published(History history) {
        List<Entry> entries = history.entries().stream()
                .filter(entry -> entry.event().incidents().contains(INCIDENT))
                .toList();
        Edition edition = Edition.in(entries, Drafts.present(history)).getFirst();
        var problems = ProblemHistory.problemsIn(history, edition.viewpoint());
        var named = PostmortemDocument.of(entries, edition.viewpoint(), problems, 1, false, DisplayZone.UTC);
        var nameless = PostmortemDocument.of(entries, edition.viewpoint(), problems, 1, true, DisplayZone.UTC);
        return new Published(named, nameless, Drafts.WRITER.markdown(named) + Drafts.WRITER.markdown(nameless));
    }

    /** Every kind of event; that an edition is published is for the property to say. */
    private static List<Event> events(long seed, int count) {
        return RandomHistory.of(new Random(seed), count).stream()
                .map(PublishedPostmortemProperty::read)
                .map(event -> event instanceof PostmortemPublished published
                        ? new PostmortemPublished(published.incidentId(), 2, published.occurredAt())
                        : event)
                .toList();
    }

    private static Event read(EventData data) {
        return CODEC.read(data.type(), data.version(), data.payload());
    }

    private static void record(History history, Event event) {
        int position = history.recorded().size() + 1;
        history.then(event, START.plusSeconds(position),
                EventMetadata.of(new Actor("actor-" + position % 3, null)));
    }
}
