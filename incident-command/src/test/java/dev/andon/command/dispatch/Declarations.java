package dev.andon.command.dispatch;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Tag;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.command.DeclareIncident;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.json.EventCodec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Incidents that others have declared, and commands to declare more. */
final class Declarations {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Detection BY_AN_ALERT = new Detection(DetectionSource.ALERT, null);

    private Declarations() {}

    static DeclareIncident of(IncidentId incidentId) {
        return new DeclareIncident(
                incidentId, "t", Severity.SEV3, List.of("s"), BY_AN_ALERT, null, null, null, null);
    }

    static void record(EventStore store, IncidentId... incidentIds) {
        for (IncidentId incidentId : incidentIds) {
            var declared = new IncidentDeclared(
                    incidentId, "t", Severity.SEV3, List.of("s"), BY_AN_ALERT, null, null, false, NOON);
            store.append(List.of(data(declared)), AppendCondition.none(), null).block();
        }
    }

    private static EventData data(Event event) {
        return new EventData(
                UUID.randomUUID().toString(),
                EventCodec.nameOf(event.getClass()),
                EventCodec.versionOf(event.getClass()),
                event.occurredAt(),
                event.tags().stream().map(tag -> Tag.of(tag.key(), tag.value())).collect(Collectors.toSet()),
                new EventCodec().write(event),
                Map.of());
    }
}
