package dev.andon.query.postmortem;

import dev.andon.query.timeline.TimelineEntry;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Something that follows from what was recorded, and the entries that it follows from. It holds people's words as they wrote them. */
record Statement(String text, List<Long> entryIds) {

    Statement {
        entryIds = entryIds.stream().distinct().sorted().toList();
    }

    static Statement of(String text, TimelineEntry<?>... entries) {
        return new Statement(text, Stream.of(entries).<Long>map(TimelineEntry::id).toList());
    }

    static Statement of(String text, Collection<? extends TimelineEntry<?>> entries) {
        return new Statement(text, entries.stream().<Long>map(TimelineEntry::id).toList());
    }
}
