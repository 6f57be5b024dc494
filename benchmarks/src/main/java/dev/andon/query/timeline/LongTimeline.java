package dev.andon.query.timeline;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.json.AndonJson;
import dev.andon.query.text.DisplayZone;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A timeline as its controller answers with it, in its package so that nothing has to be public for a benchmark. */
public final class LongTimeline {

    private final Timeline timeline;
    private final TimelineDocument document;

    public LongTimeline(IncidentId incident, List<Entry> entries) {
        this.timeline = Timeline.of(entries);
        this.document = TimelineDocument.of(incident, entries.getLast().position(), timeline);
    }

    public byte[] json() {
        return AndonJson.mapper().writeValueAsBytes(document);
    }

    public byte[] markdown() {
        return TimelineMarkdown.document(document, timeline, DisplayZone.UTC).getBytes(StandardCharsets.UTF_8);
    }
}
