package dev.andon.query.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.EventData;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.json.EventCodec;
import dev.andon.query.followup.FollowUp;
import dev.andon.query.followup.FollowUpDocument;
import dev.andon.query.followup.FollowUpProjection;
import dev.andon.query.followup.FollowUps;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.IncidentDocument;
import dev.andon.query.incidents.Incidents;
import dev.andon.query.incidents.IncidentsProjection;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What is remembered is what the same function would say of the same document, from wherever one looks. */
class ConclusionsProperty {

    private static final EventCodec CODEC = new EventCodec();
    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    @Property(tries = 100)
    void whatIsRememberedIsWhatIsWorkedOutAnew(@ForAll long seed, @ForAll @IntRange(min = 40, max = 120) int length) {
        var random = new Random(seed);
        List<Recorded> history = history(random, length);
        var incidents = new DocumentsInMemory<IncidentDocument>(new IncidentsProjection());
        var followUps = new DocumentsInMemory<FollowUpDocument>(new FollowUpProjection());
        var askedOfIncidents = new Incidents(incidents);
        var askedOfFollowUps = new FollowUps(followUps);

        for (long reached = 30; reached <= history.size(); reached += 1 + random.nextInt(5)) {
            incidents.reach(reached, history, random);
            followUps.reach(reached, history, random);
            for (int asked = 0; asked < 3; asked++) {
                var viewpoint = new Viewpoint(
                        random.nextBoolean() ? reached : 1 + random.nextLong(reached), NOW, instant(random, history));

                List<Incident> anew = Awaited.all(incidents.findAll()).stream()
                        .flatMap(document -> Incident.of(document, viewpoint).stream()).toList();
                List<IncidentId> ids = anew.stream().map(Incident::incidentId).toList().reversed();
                assertThat(Awaited.all(askedOfIncidents.all(viewpoint))).as("incidents from %s", viewpoint)
                        .isEqualTo(anew);
                List<Incident> recalled = Awaited.answer(
                        askedOfIncidents.recall().flatMap(all -> all.find(Incidents.keys(ids), viewpoint)));
                assertThat(recalled).isEqualTo(anew.reversed());
                List<Incident> read = Awaited.answer(askedOfIncidents.find(ids, viewpoint));
                assertThat(read).isEqualTo(anew.reversed());
                assertThat(Awaited.all(askedOfFollowUps.all(viewpoint)))
                        .as("what is left to be done from %s", viewpoint)
                        .isEqualTo(Awaited.all(followUps.findAll()).stream()
                                .flatMap(document -> FollowUp.of(document, viewpoint).stream())
                                .map(followUp -> followUp.seenAt(NOW)).toList());
            }
        }
    }

    /** Few entries at few times, so that a correction or the end of an impact often is the earliest or the latest of all. */
    @Property(tries = 1000)
    void whatReachesAcrossNoViewpointLooksThereAsItDoesInHindsight(@ForAll long seed) {
        var random = new Random(seed);
        List<Entry> entries = entries(random);
        var viewpoint = new Viewpoint(random.nextInt(5), NOW, random.nextBoolean() ? null : minute(random));
        Extent extent = Timeline.extentOf(entries);

        if (extent.isBefore(viewpoint)) {
            assertThat(Timeline.of(entries, viewpoint).entries()).isEqualTo(Timeline.of(entries).entries());
        }
        if (extent.isBehind(viewpoint)) {
            assertThat(Timeline.of(entries, viewpoint).entries()).isEmpty();
        }
    }

    private static List<Entry> entries(Random random) {
        List<Entry> entries = new ArrayList<>();
        int length = 1 + random.nextInt(4);
        for (long position = 1; position <= length; position++) {
            Instant at = minute(random);
            IncidentEvent event = switch (random.nextInt(3)) {
                case 0 -> new ImpactRecorded(
                        INCIDENT, List.of("checkout"), at, random.nextBoolean() ? null : minute(random), 50, null, at);
                case 1 -> new EntryCorrected(
                        INCIDENT, 1 + random.nextLong(position), "wrong", "better",
                        random.nextBoolean() ? null : minute(random), at);
                default -> new IncidentReopened(INCIDENT, "it is back", at);
            };
            entries.add(new Entry(position, NOW, EventMetadata.of(new Actor("alice", null)), event));
        }
        return entries;
    }

    private static Instant minute(Random random) {
        return NOW.plusSeconds(60L * random.nextInt(6));
    }

    /** None, or one that something happened at: there it is decided. */
    private static @Nullable Instant instant(Random random, List<Recorded> history) {
        return random.nextBoolean()
                ? null
                : history.get(random.nextInt(history.size())).event().occurredAt().plusSeconds(random.nextInt(-1, 2));
    }

    private static List<Recorded> history(Random random, int length) {
        List<Recorded> history = new ArrayList<>();
        for (EventData event : RandomHistory.of(random, length)) {
            history.add(new Recorded(history.size() + 1, NOW, event.metadata(),
                    CODEC.read(event.type(), event.version(), event.payload())));
        }
        return history;
    }
}
