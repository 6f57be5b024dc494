package dev.andon.query.chronicles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.AvailabilityPeriod;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.kernel.event.CheckInRecorded;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.kernel.event.ServiceRegistered;
import dev.andon.kernel.json.AndonJson;
import dev.andon.query.History;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChronicleTest {

    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final ActionItemId ITEM = ActionItemId.of(4);
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private final ChroniclesProjection projection = new ChroniclesProjection();

    @Test
    void aChronicleReadsTheSameAfterItWasStored() {
        var written = History.of(registered(99.9, TEN), registered(99.5, hours(1)))
                .document(projection, Kind.SERVICES.named("checkout"));

        byte[] stored = AndonJson.mapper().writeValueAsBytes(written);

        assertThat(AndonJson.mapper().readValue(stored, Chronicle.class)).isEqualTo(written);
    }

    @Test
    void aThingIsShownAsItWasAtAnyPosition() {
        var chronicle = History.of(registered(99.9, TEN), registered(99.5, hours(1)))
                .document(projection, Kind.SERVICES.named("checkout"));

        assertThat(chronicle.at(new Viewpoint(1, hours(9), null)).last(ServiceRegistered.class)).isNotNull()
                .satisfies(told -> assertThat(told.event().availabilityObjective()).isEqualTo(99.9));
        assertThat(chronicle.at(new Viewpoint(2, hours(9), hours(0))).positions()).containsExactly(1L);
    }

    @Test
    void nothingIsToldOfAThingBeforeItBegan() {
        var proposedLater = History
                .of(proposed(hours(3), null), new ActionItemCompleted(INCIDENT, ITEM, null, hours(1)))
                .document(projection, Kind.ACTION_ITEMS.numbered(4));

        assertThat(proposedLater.at(new Viewpoint(2, hours(9), hours(2))).untold()).isTrue();
    }

    @Test
    void everyCheckInIsADocumentOfItsOwn() {
        var checkIn = new CheckInRecorded(null, "checkout", Health.GREEN, Map.of(), null, TEN);

        assertThat(History.of(checkIn, checkIn).documents(projection)).hasSize(2)
                .allSatisfy((_, chronicle) -> assertThat(chronicle.events()).hasSize(1));
    }

    @Test
    void aChangeIsToldTogetherWithTheRollbacksThatNameIt() {
        var chronicle = History.of(
                new ChangeRegistered(ChangeId.of(7), "checkout", "2026.5", "Pool", null, TEN),
                new RollbackStarted(
                        INCIDENT, new RollbackId("RB-1111"), ChangeId.of(7),
                        new RolledBackChange("checkout", "2026.5", "Pool", null), "It hurts", hours(1)),
                new RollbackStarted(
                        INCIDENT, new RollbackId("RB-2222"), null,
                        new RolledBackChange("search", "7", "Index", null), "It hurts", hours(1)))
                .document(projection, Kind.CHANGES.numbered(7));

        assertThat(chronicle.positions()).containsExactly(1L, 2L);
        assertThat(projection.indexOf(chronicle)).containsEntry("rollbackPlan", "missing");
    }

    @Test
    void whatIsDoneIsNotLookedUpAmongWhatIsOpenAndADateStaysUntilThereIsAnother() {
        var history = History.of(
                proposed(TEN, hours(5)), new ActionItemAssigned(INCIDENT, ITEM, "carol", null, hours(1)));
        var open = projection.indexOf(history.document(projection, Kind.ACTION_ITEMS.numbered(4)));
        history.then(new ActionItemCompleted(INCIDENT, ITEM, null, hours(2)));
        var done = projection.indexOf(history.document(projection, Kind.ACTION_ITEMS.numbered(4)));

        assertThat(open).containsEntry("open", "true").containsEntry("dueAt", "2026-03-02T15:00:00.000000000");
        assertThat(done).containsEntry("open", "false");
    }

    private static ServiceRegistered registered(double objective, Instant at) {
        return new ServiceRegistered(
                "checkout", "team-cart", objective, AvailabilityPeriod.QUARTER, Duration.ofHours(12), at);
    }

    private static ActionItemProposed proposed(Instant at, @Nullable Instant dueAt) {
        return new ActionItemProposed(INCIDENT, ITEM, "Alert on it", ActionItemKind.DETECT, "bob", dueAt, at);
    }

    private static Instant hours(int hours) {
        return TEN.plus(Duration.ofHours(hours));
    }
}
