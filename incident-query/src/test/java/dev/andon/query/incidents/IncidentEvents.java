package dev.andon.query.incidents;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.query.History;
import dev.andon.query.readmodel.DocumentKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens in the incident that is told of here. */
final class IncidentEvents {

    static final IncidentId INCIDENT = new IncidentId("INC-1");
    static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private IncidentEvents() {}

    static Incident incident(Event... events) {
        IncidentDocument document = History.of(events).document(new IncidentsProjection(), DocumentKey.single("INC-1"));
        return Incident.of(document).orElseThrow();
    }

    static IncidentDeclared declared(@Nullable Instant impactStartedAt) {
        return new IncidentDeclared(
                INCIDENT, "Checkout fails", Severity.SEV3, List.of("checkout"),
                new Detection(DetectionSource.CUSTOMER, null), impactStartedAt, null, false, TEN);
    }

    static ImpactRecorded impact(Instant from, @Nullable Instant to) {
        return new ImpactRecorded(INCIDENT, List.of("checkout"), from, to, 100, null, from);
    }

    static FindingAdded observed(String text, Instant at) {
        return new FindingAdded(
                INCIDENT, new FindingId("F-0001"), FindingKind.OBSERVATION, text, null, null, List.of(), null, null,
                Visibility.INTERNAL, at);
    }

    static Instant minutes(int minutes) {
        return TEN.plus(Duration.ofMinutes(minutes));
    }
}
