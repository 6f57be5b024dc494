package dev.andon.query.timeline.live;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.json.AndonJson;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.TimelineDocument.Line;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry as a server-sent event, written once for all who listen: the position is its id, so that a browser that connects
 * again says by itself where it was.
 */
final class Told {

    private final Entry entry;
    private final Line line;
    // Two threads may both write it, to the same bytes.
    private byte @Nullable [] ofOne;
    private byte @Nullable [] ofAll;

    Told(Entry entry, Line line) {
        this.entry = entry;
        this.line = line;
    }

    long position() {
        return entry.position();
    }

    /** For who listens to one incident, and need not be told to which. */
    byte[] ofOne() {
        byte[] event = ofOne;
        if (event == null) {
            event = event(line);
            ofOne = event;
        }
        return event;
    }

    byte[] ofAll() {
        byte[] event = ofAll;
        if (event == null) {
            event = event(line.of(incidents(entry)));
            ofAll = event;
        }
        return event;
    }

    static List<IncidentId> incidents(Entry entry) {
        return entry.event().incidents().stream().sorted(Comparator.comparing(IncidentId::value)).toList();
    }

    private byte[] event(Line told) {
        String json = new String(AndonJson.mapper().writeValueAsBytes(told), StandardCharsets.UTF_8);
        return "id: %d\ndata: %s\n\n".formatted(entry.position(), json).getBytes(StandardCharsets.UTF_8);
    }
}
