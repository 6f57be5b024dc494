package dev.andon.query.panic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Role;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.query.History;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.IncidentsProjection;
import dev.andon.query.readmodel.DocumentKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhatBecameOfItTest {

    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void whileItGoesOnItSaysWhoIsInCharge() {
        assertThat(wordsAfter()).isEqualTo("INC-1 is not over. Nobody is in charge of it yet.");
        assertThat(wordsAfter(new RoleAssigned(INCIDENT, Role.INCIDENT_COMMANDER, "bob", TEN)))
                .isEqualTo("INC-1 is not over. bob is in charge.");
        assertThat(wordsAfter(new IncidentMitigated(INCIDENT, null, TEN)))
                .isEqualTo("INC-1 is getting better, but it is not over. Nobody is in charge of it yet.");
    }

    @Test
    void onceItIsOverItSaysHow() {
        var resolved = new IncidentResolved(INCIDENT, "A disk was full.", null, TEN);

        assertThat(wordsAfter(resolved)).isEqualTo("INC-1 is over: “A disk was full.”");
        assertThat(wordsAfter(resolved, new IncidentClosed(INCIDENT, null, List.of(), TEN)))
                .isEqualTo("INC-1 is over: “A disk was full.”");
    }

    @Test
    void aFalseAlarmWasRightToRaiseAndWhatItCostIsLeftOut() {
        assertThat(wordsAfter(new IncidentMarkedFalseAlarm(INCIDENT, "The card had expired", "An hour", TEN)))
                .isEqualTo("INC-1 was looked into, and nothing was wrong (“The card had expired”). It was right to "
                        + "say something.");
    }

    @Test
    void whatWasMergedSaysWhatBecameOfTheOther() {
        var merged = WhatBecameOfIt.of(incident(new IncidentMerged(INCIDENT, IncidentId.of(2), null, TEN)));

        assertThat(merged.goingOnIn(WhatBecameOfIt.of(incident())).message())
                .isEqualTo("INC-1 is the same as INC-2. INC-1 is not over. Nobody is in charge of it yet.");
    }

    private static String wordsAfter(Event... events) {
        return WhatBecameOfIt.of(incident(events)).message();
    }

    private static Incident incident(Event... events) {
        var declared = new IncidentDeclared(
                INCIDENT, "I cannot pay", Severity.SEV2, List.of("checkout"),
                new Detection(DetectionSource.PANIC_BUTTON, null), null, null, false, TEN);
        return Incident.of(History.of(Stream.concat(Stream.of(declared), Stream.of(events)).toArray(Event[]::new))
                .document(new IncidentsProjection(), DocumentKey.single("INC-1"))).orElseThrow();
    }
}
