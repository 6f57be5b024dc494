package dev.andon.query.followup;

import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.Recorded;
import dev.andon.query.timeline.Entry;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document for each incident. */
public final class FollowUpProjection implements Projection<FollowUpDocument> {

    @Override
    public String name() {
        return "follow-up";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public Class<FollowUpDocument> documentType() {
        return FollowUpDocument.class;
    }

    @Override
    public Set<DocumentKey> keysOf(Recorded recorded) {
        return recorded.event() instanceof IncidentEvent event && FollowUpDocument.mayBelong(event)
                ? DocumentKey.ofEach(event.incidents(), incident -> DocumentKey.single(incident.value()))
                : Set.of();
    }

    @Override
    public FollowUpDocument apply(@Nullable FollowUpDocument document, DocumentKey key, Recorded recorded) {
        return (document == null ? FollowUpDocument.empty() : document)
                .after(Entry.of(recorded, (IncidentEvent) recorded.event()));
    }
}
