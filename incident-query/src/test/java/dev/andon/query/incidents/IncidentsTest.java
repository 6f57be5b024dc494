package dev.andon.query.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.query.History;
import dev.andon.query.http.Period;
import dev.andon.query.readmodel.DocumentsInMemory;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class IncidentsTest {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Viewpoint BEFORE_THE_END = new Viewpoint(3, TEN.plusSeconds(9000), null);

    /** The documents have seen all of it, the answer reflects less: somebody asked while it was being recorded. */
    private final Incidents incidents = new Incidents(DocumentsInMemory.of(new IncidentsProjection(), History.of(
            declared(2, 5), declared(1, 0), new ImpactRecorded(IncidentId.of(1), List.of("checkout"), TEN, null, 100,
                    null, TEN),
            new IncidentResolved(IncidentId.of(1), "Restarted", TEN.plusSeconds(1200), TEN.plusSeconds(1200)),
            declared(3, 10))));

    @Test
    void whatTheDocumentsKnowAlreadyIsNotLostAndNotToldTooEarly() {
        assertThat(found(incidents.inStatus(Set.of(IncidentStatus.OPEN), BEFORE_THE_END)))
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(found(incidents.inStatus(Set.of(IncidentStatus.RESOLVED), BEFORE_THE_END))).isEmpty();
        assertThat(found(incidents.declared(new Period(TEN, null), BEFORE_THE_END))).containsExactly(1L, 2L);
        assertThat(found(incidents.hurting(TEN.plusSeconds(3600), TEN.plusSeconds(7200), BEFORE_THE_END)))
                .containsExactly(1L);
    }

    @Test
    void inHindsightAllIsTold() {
        assertThat(found(incidents.declared(new Period(TEN, TEN.plusSeconds(360)), Viewpoint.HINDSIGHT)))
                .containsExactly(1L, 2L);
        assertThat(found(incidents.inStatus(Set.of(IncidentStatus.OPEN), Viewpoint.HINDSIGHT)))
                .containsExactlyInAnyOrder(2L, 3L);
    }

    private static @Nullable List<Long> found(Flux<Incident> incidents) {
        return incidents.map(incident -> incident.incidentId().number()).collectList().block();
    }

    private static IncidentDeclared declared(int number, int minute) {
        return new IncidentDeclared(
                IncidentId.of(number), "It fails", Severity.SEV3, List.of("checkout"),
                new Detection(DetectionSource.CUSTOMER, null), null, null, false, TEN.plus(Duration.ofMinutes(minute)));
    }
}
