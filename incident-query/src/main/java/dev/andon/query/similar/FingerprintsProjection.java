package dev.andon.query.similar;

import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.Recorded;
import dev.andon.query.timeline.Entry;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document for each incident. */
public final class FingerprintsProjection implements Projection<FingerprintDocument> {

    @Override
    public String name() {
        return "fingerprints";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<FingerprintDocument> documentType() {
        return FingerprintDocument.class;
    }

    @Override
    public Set<DocumentKey> keysOf(Recorded recorded) {
        return recorded.event() instanceof IncidentEvent event && FingerprintDocument.mayBelong(event)
                ? DocumentKey.ofEach(event.incidents(), incident -> DocumentKey.single(incident.value()))
                : Set.of();
    }

    @Override
    public FingerprintDocument apply(
            @Nullable FingerprintDocument document, DocumentKey key, Recorded recorded) {
        return Objects.requireNonNullElseGet(document, FingerprintDocument::empty)
                .after(Entry.of(recorded, (IncidentEvent) recorded.event()));
    }
}
