package dev.andon.query.incidents;

import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.Recorded;
import dev.andon.query.readmodel.Sortable;
import dev.andon.query.timeline.Entry;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document for each incident. */
public final class IncidentsProjection implements Projection<IncidentDocument> {

    static final String STATUS = "status";
    static final String SEVERITY = "severity";
    static final String DECLARED_AT = "declaredAt";

    @Override
    public String name() {
        return "incidents";
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public Class<IncidentDocument> documentType() {
        return IncidentDocument.class;
    }

    @Override
    public Set<DocumentKey> keysOf(Recorded recorded) {
        return recorded.event() instanceof IncidentEvent event
                ? DocumentKey.ofEach(event.incidents(), incident -> DocumentKey.single(incident.value()))
                : Set.of();
    }

    @Override
    public IncidentDocument apply(@Nullable IncidentDocument document, DocumentKey key, Recorded recorded) {
        return Objects.requireNonNullElseGet(document, IncidentDocument::empty)
                .after(Entry.of(recorded, (IncidentEvent) recorded.event()));
    }

    @Override
    public Map<String, String> indexOf(IncidentDocument document) {
        return Incident.of(document).map(IncidentsProjection::indexOf).orElse(Map.of());
    }

    private static Map<String, String> indexOf(Incident incident) {
        return Map.of(
                STATUS, incident.status().name(),
                SEVERITY, incident.severity().name(),
                DECLARED_AT, sortable(incident.declaredAt()));
    }

    static String sortable(Instant instant) {
        return Sortable.instant(instant);
    }
}
