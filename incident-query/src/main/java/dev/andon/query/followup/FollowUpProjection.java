package dev.andon.query.followup;

import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.Recorded;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.timeline.Entry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A document for each incident. */
public final class FollowUpProjection implements Projection<FollowUpDocument> {

    /** Only what has something left to be done has this field. */
    static final String PENDING = "pending";

    /** Only where something was rolled back is this field; it never goes away again. */
    static final String ROLLED_BACK = "rolledBack";

    private static final String YES = "yes";

    @Override
    public String name() {
        return "follow-up";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<FollowUpDocument> documentType() {
        return FollowUpDocument.class;
    }

    @Override
    public Set<DocumentKey> keysOf(Recorded recorded) {
        return recorded.event() instanceof IncidentEvent event && FollowUpDocument.mayBelong(event)
                ? event.incidents().stream()
                        .map(incident -> DocumentKey.single(incident.value()))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    @Override
    public FollowUpDocument apply(@Nullable FollowUpDocument document, DocumentKey key, Recorded recorded) {
        return (document == null ? FollowUpDocument.empty() : document)
                .after(Entry.of(recorded, (IncidentEvent) recorded.event()));
    }

    @Override
    public Map<String, String> indexOf(FollowUpDocument document) {
        return FollowUp.of(document, Viewpoint.HINDSIGHT).map(FollowUpProjection::indexOf).orElse(Map.of());
    }

    private static Map<String, String> indexOf(FollowUp followUp) {
        var index = new HashMap<String, String>();
        if (followUp.pending()) {
            index.put(PENDING, YES);
        }
        if (!followUp.rollbacks().isEmpty()) {
            index.put(ROLLED_BACK, YES);
        }
        return index;
    }
}
