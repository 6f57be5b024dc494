package dev.andon.query.postmortem;

import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.timeline.Entry;
import java.util.Comparator;
import java.util.List;

/**
 * A publication, and the viewpoint that it froze the document at. What everybody has read is shown from there for ever: a
 * correction that came a week later would otherwise change what people signed, and nobody would see that it did.
 */
record Edition(int number, Viewpoint viewpoint) {

    /** Those that there are at a viewpoint, by number. What was corrected about a publication is not in them. */
    static List<Edition> in(List<Entry> entries, Viewpoint viewpoint) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof PostmortemPublished
                        && viewpoint.knows(entry.position()) && viewpoint.hasHappened(entry.event().occurredAt()))
                .map(entry -> new Edition(
                        ((PostmortemPublished) entry.event()).edition(),
                        new Viewpoint(entry.position(), entry.recordedAt(), null)))
                .sorted(Comparator.comparing(Edition::number))
                .toList();
    }
}
