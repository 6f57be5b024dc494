package dev.andon.query.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.Severity;
import dev.andon.kernel.json.EventCodec;
import dev.andon.kernel.json.Upcasters;
import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import dev.andon.query.timeline.TimelineProjection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log outlives the shapes of its events. */
class OldEventsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** As if the severity of a declaration had been its "level" once. */
    private static final Upcasters LEVEL_BECAME_SEVERITY = Upcasters.none().then("IncidentDeclared", declared -> {
        declared.set("severity", declared.remove("level"));
        return declared;
    });

    @TempDir
    private Path directory;

    @Test
    void aProjectionSeesAnEventOfAnEarlierVersionAsOneOfToday() {
        try (var events = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
                var store = SqliteReadModelStore.open(directory.resolve("read-models.db"))) {
            // given
            var position = events.append(List.of(declaredInVersionOne()), AppendCondition.none(), null).block();
            var models = new ReadModels(new ReadModels.Surroundings(FollowedLog.of(events),
                    new EventDecoder(new EventCodec(LEVEL_BECAME_SEVERITY)), store, ProjectionClaims.alwaysGranted(),
                    100, Duration.ofSeconds(20)));

            // when
            ReadModel<TallyDocument> tally = models.follow(new Tally(1));
            tally.reached(position == null ? 0 : position.last()).block();

            // then
            assertThat(tally.find(DocumentKey.single("INC-1")).blockOptional())
                    .hasValue(new TallyDocument(Severity.SEV3, List.of(), null));
            models.close();
        }
    }

    @Test
    void aDocumentThatIsMadeOfTheEventAloneHoldsOneOfToday() {
        // given
        var decoder = new EventDecoder(new EventCodec(LEVEL_BECAME_SEVERITY));
        var old = new RecordedEvent(1, NOON, declaredInVersionOne());
        // when
        var batch = new Batch<>(new TimelineProjection(), 0, List.of(decoder.decode(old)));
        List<DocumentChange> changes = batch.applyTo(Map.of());
        // then
        assertThat(changes).singleElement()
                .extracting(
                        change -> new String(Objects.requireNonNull(change.document().body()), StandardCharsets.UTF_8))
                .asString()
                .contains("\"severity\":\"SEV3\"").doesNotContain("level");
    }

    private static EventData declaredInVersionOne() {
        String json = """
                {"incidentId": "INC-1", "title": "It burns", "level": "SEV3", "services": ["checkout"],
                 "detection": {"source": "ALERT"}, "drill": false, "occurredAt": "%s"}""".formatted(NOON);
        return new EventData("id", "IncidentDeclared", "1", NOON, Set.of(), json.getBytes(StandardCharsets.UTF_8),
                Map.of());
    }
}
