package dev.andon.query.incidents;

import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.Recorded;
import dev.andon.query.timeline.Entry;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document for each incident. */
public final class IncidentsProjection implements Projection<IncidentDocument> {

    @Override
    public String name() {
        return "incidents";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<IncidentDocument> documentType() {
        return IncidentDocument.class;
    }

    @Override
    public Set<DocumentKey> keysOf(Recorded recorded) {
        return recorded.event() instanceof IncidentEvent event
                ? Set.of(DocumentKey.single(event.incidentId().value()))
                : Set.of();
    }

    @Override
    public IncidentDocument apply(@Nullable IncidentDocument document, DocumentKey key, Recorded recorded) {
        return Objects.requireNonNullElseGet(document, IncidentDocument::empty)
                .after(Entry.of(recorded, (IncidentEvent) recorded.event()));
    }
}
