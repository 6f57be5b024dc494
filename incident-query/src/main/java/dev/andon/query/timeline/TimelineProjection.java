package dev.andon.query.timeline;

import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.Recorded;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document for each entry, written once: the 10,000th entry costs what the 10th did. */
public final class TimelineProjection implements Projection<Entry> {

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Entry> documentType() {
        return Entry.class;
    }

    @Override
    public Set<DocumentKey> keysOf(Recorded recorded) {
        return recorded.event() instanceof IncidentEvent event
                ? DocumentKey.ofEach(
                        event.incidents(), incident -> DocumentKey.numbered(incident.value(), recorded.position()))
                : Set.of();
    }

    @Override
    public boolean writesOnce() {
        return true;
    }

    @Override
    public Entry apply(@Nullable Entry document, DocumentKey key, Recorded recorded) {
        return Entry.of(recorded, (IncidentEvent) recorded.event());
    }

    @Override
    public byte[] json(Entry document, byte[] event) {
        return EntryJson.of(document, event);
    }
}
