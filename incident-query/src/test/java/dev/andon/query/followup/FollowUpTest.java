package dev.andon.query.followup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.RolledBackChange;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.FiveWhysOwnerAssigned;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import dev.andon.query.History;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowUpTest {

    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final RollbackId ROLLBACK = new RollbackId("RB-1111");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private final FollowUpProjection projection = new FollowUpProjection();

    @Test
    void theDocumentDoesNotGrowWithWhatPeopleFind() {
        History history = History.of(declared(false));
        for (int i = 0; i < 100; i++) {
            history.then(finding("F-%04d".formatted(i), FindingKind.OBSERVATION, null));
            history.then(finding("F-1%03d".formatted(i), FindingKind.DECISION, null));
        }

        assertThat(document(history).entries()).hasSize(1);
        assertThat(isPending(history)).isFalse();
    }

    @Test
    void aRollbackIsPendingUntilItsOutcomeIsRecorded() {
        History history = History.of(declared(false), started());
        assertThat(isPending(history)).isTrue();

        history.then(new RollbackCompleted(INCIDENT, ROLLBACK, RollbackOutcome.EFFECTIVE, null, minutes(9)));
        assertThat(isPending(history)).isFalse();
        assertThat(followUp(history).rollbacks()).singleElement()
                .satisfies(rollback -> assertThat(rollback.entryIds()).containsExactly(2L, 3L));
        assertThat(followUp(history).rollbacks().getFirst().stillOut()).isTrue();
    }

    @Test
    void aDecisionToWaitIsPendingUntilTheNextDecision() {
        History history = History.of(declared(false), finding("F-0001", FindingKind.DECISION, minutes(30)));
        assertThat(followUp(history).decisionsToReview()).extracting(DecisionToReview::reviewAt)
                .containsExactly(minutes(30));

        history.then(finding("F-0002", FindingKind.DECISION, null));
        assertThat(followUp(history).decisionsToReview()).isEmpty();
        assertThat(followUp(history, 2).decisionsToReview()).hasSize(1);
    }

    @Test
    void theLastWordToAnAudienceKeepsOrRenewsThePromise() {
        History history = History.of(
                declared(false), update("board", minutes(20), minutes(5)), update("support", minutes(30), minutes(6)),
                update("board", null, minutes(15)));
        assertThat(followUp(history).promisedUpdates()).extracting(PromisedUpdate::audience).containsExactly("support");

        history.then(new EntryRetracted(INCIDENT, 4, "Sent to the wrong list", minutes(16)));
        assertThat(followUp(history).promisedUpdates()).extracting(PromisedUpdate::audience)
                .containsExactly("board", "support");
    }

    @Test
    void aSevereIncidentThatIsOverNeedsAPostmortemAndAfterReopeningAnother() {
        History history = History.of(declared(false), resolved());
        assertThat(followUp(history).needsPostmortem()).isTrue();

        history.then(new PostmortemPublished(INCIDENT, 1, minutes(61)));
        assertThat(followUp(history).needsPostmortem()).isFalse();

        history.then(new IncidentReopened(INCIDENT, "It is back", minutes(62)));
        history.then(resolved());
        assertThat(followUp(history).needsPostmortem()).isTrue();
    }

    @Test
    void nobodyIsRemindedOfADrillOrOfWhatWasClosed() {
        var owner = new FiveWhysOwnerAssigned(INCIDENT, "bob", minutes(90), minutes(61));

        assertThat(isPending(History.of(declared(false), resolved(), owner))).isTrue();
        assertThat(isPending(History.of(declared(true), resolved(), owner))).isFalse();
        assertThat(isPending(History.of(
                declared(false), resolved(), owner, new IncidentClosed(INCIDENT, "Enough", List.of(), minutes(70)))))
                .isFalse();
    }

    private boolean isPending(History history) {
        return followUp(history).pending();
    }

    private FollowUp followUp(History history) {
        return followUp(history, Long.MAX_VALUE);
    }

    private FollowUp followUp(History history, long position) {
        return FollowUp.of(document(history), new Viewpoint(position, minutes(600), null)).orElseThrow();
    }

    private FollowUpDocument document(History history) {
        return history.document(projection, DocumentKey.single("INC-1"));
    }

    private static IncidentDeclared declared(boolean drill) {
        return new IncidentDeclared(
                INCIDENT, "Checkout fails", Severity.SEV2, List.of("checkout"),
                new Detection(DetectionSource.ALERT, null), null, null, drill, TEN);
    }

    private static Event resolved() {
        return new IncidentResolved(INCIDENT, "Restarted", null, minutes(60));
    }

    private static RollbackStarted started() {
        return new RollbackStarted(
                INCIDENT, ROLLBACK, null, new RolledBackChange("checkout", "2026.5", "Pool", null), "It hurts",
                minutes(1));
    }

    private static StakeholderUpdatePosted update(String audience, @Nullable Instant next, Instant at) {
        return new StakeholderUpdatePosted(INCIDENT, audience, "We are at it", null, next, at);
    }

    private static FindingAdded finding(String id, FindingKind kind, @Nullable Instant reviewAt) {
        return new FindingAdded(
                INCIDENT, new FindingId(id), kind, "Something", null, null, List.of(), null, reviewAt,
                Visibility.INTERNAL, minutes(2));
    }

    private static Instant minutes(int minutes) {
        return TEN.plus(Duration.ofMinutes(minutes));
    }
}
