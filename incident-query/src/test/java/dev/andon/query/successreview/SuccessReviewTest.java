package dev.andon.query.successreview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Actor;
import dev.andon.kernel.Health;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.PlannedEventId;
import dev.andon.kernel.Severity;
import dev.andon.query.document.DocumentWriter;
import dev.andon.query.document.Templates;
import dev.andon.query.plannedevents.PlannedEvent;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.services.CheckIn;
import dev.andon.query.text.DisplayZone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuccessReviewTest {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Viewpoint AFTERWARDS = new Viewpoint(9, NOON.plusSeconds(60), null);

    private static final PlannedEvent PREMIERE = new PlannedEvent(
            new PlannedEventId("EVT-1"), "Premiere", TEN, NOON, "twice as much", List.of("player", "checkout"),
            List.of("alice"), null, TEN.minusSeconds(86_400), 1);

    @Test
    void thatNothingHappenedIsAResult() {
        SuccessReview review = SuccessReview.of(
                PREMIERE, null, List.of(), List.of(checkIn("player", Health.GREEN), checkIn("checkout", Health.GREEN)),
                List.of(), AFTERWARDS);

        assertThat(review.result()).isEqualTo(
                "Nothing happened: no incident on its services in its window. 2 check-ins, all green.");
        assertThat(markdown(review)).contains("**Nothing happened: no incident on its services in its window.")
                .contains("No readiness check belongs to it.", "| player | 1 | 0 | 0 |");
    }

    @Test
    void thatNobodyLookedIsNotThatAllWasWell() {
        SuccessReview review = SuccessReview.of(PREMIERE, null, List.of(), List.of(), List.of(), AFTERWARDS);

        assertThat(review.result()).endsWith("Nobody checked in, so nobody can say that all was well.");
        assertThat(review.unwatched()).containsExactly("player", "checkout");
    }

    @Test
    void whatHappenedAndWhatWentWellIsTold() {
        var incident = new SuccessReview.Happened(
                new IncidentId("INC-7"), "Player *stalls*", Severity.SEV2, IncidentStatus.RESOLVED, List.of("player"),
                TEN.plusSeconds(600), TEN.plusSeconds(1200));
        SuccessReview review = SuccessReview.of(
                PREMIERE, null, List.of(incident), List.of(checkIn("player", Health.RED)),
                List.of(new SuccessReview.Noted(incident.incidentId(), true, "found at once", null, List.of(8L))),
                AFTERWARDS);

        assertThat(review.result()).isEqualTo(
                "1 incident on its services in its window: INC-7 (SEV2). 1 check-in, 1 of them not green. "
                        + "Nobody checked on checkout.");
        assertThat(markdown(review)).contains("| INC-7 Player \\*stalls\\* | SEV2 | resolved | player |")
                .contains("## What went well\n\n- found at once (INC-7)\n", "**red** – slow");
    }

    @Test
    void beforeItsWindowThereIsNothingToReview() {
        SuccessReview review = SuccessReview.of(
                PREMIERE, null, List.of(), List.of(), List.of(), new Viewpoint(9, TEN.minusSeconds(1), null));

        assertThat(review.result()).isEqualTo("Its window has not come yet.");
    }

    private static String markdown(SuccessReview review) {
        try (var writer = new DocumentWriter(Templates.of(List.of(SuccessReviewDocument.TEMPLATE), null))) {
            return writer.markdown(SuccessReviewDocument.of(review, NOON, DisplayZone.UTC));
        }
    }

    private static CheckIn checkIn(String service, Health health) {
        return new CheckIn(service, health, Map.of(), "slow", TEN, new Actor("alice", null), null, 5);
    }
}
