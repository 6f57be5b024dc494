package dev.andon.query.timeline.live;

import dev.andon.kernel.IncidentId;
import dev.andon.query.timeline.AsRecorded;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.TimelineDocument.Line;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Puts entries of any incidents into words, in the order of the log. It remembers the names in the incidents that were told
 * of last, and reads those of another one when its turn comes. For one who asks after the other, never for two at once.
 */
final class Telling {

    private static final int REMEMBERED = 256;

    private final LoggedEntries log;
    private final Map<IncidentId, AsRecorded> incidents = new LinkedHashMap<>(16, 0.75f, true) {

        @Override
        protected boolean removeEldestEntry(Map.Entry<IncidentId, AsRecorded> eldest) {
            return size() > REMEMBERED;
        }
    };

    Telling(LoggedEntries log) {
        this.log = log;
    }

    /** No entry of this incident may have been left out since it was told of last, unless it was forgotten. */
    Mono<Line> tell(Entry entry) {
        IncidentId incident = Objects.requireNonNull(entry.event().incidentId());
        AsRecorded known = incidents.get(incident);
        if (known != null) {
            return Mono.fromSupplier(() -> known.next(entry));
        }
        return log.naming(incident, entry.position() - 1)
                .collect(AsRecorded::new, AsRecorded::learn)
                .map(read -> {
                    incidents.put(incident, read);
                    return read.next(entry);
                });
    }

    /** An entry was left out. */
    void forget(IncidentId incident) {
        incidents.remove(incident);
    }

    void forgetAll() {
        incidents.clear();
    }
}
