package dev.andon.query.timeline;

import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentDeclared;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * The timeline as an iCalendar file (RFC 5545), an event for each entry. An entry keeps its UID, so that a calendar that is
 * imported again shows what was corrected instead of showing it twice; what was retracted is cancelled.
 */
final class TimelineCalendar {

    private static final int LONGEST_LINE = 75;
    private static final String PRODUCT = "-//Andon//Timeline//EN";

    private TimelineCalendar() {}

    static String document(TimelineDocument document, Timeline timeline) {
        var calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", timeline.of(IncidentDeclared.class).stream()
                .findFirst()
                .map(declared -> "%s: %s".formatted(document.incidentId(), line(declared.event().title())))
                .orElseGet(() -> document.incidentId().value())));
        for (int i = 0; i < document.entries().size(); i++) {
            calendar.add(event(document, document.entries().get(i), timeline.entries().get(i)));
        }
        return calendar.toString().lines().map(TimelineCalendar::folded)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** The library counts characters where the format counts bytes, and would cut an emoji in two. */
    private static String folded(String line) {
        var folded = new StringBuilder();
        int bytes = 0;
        for (int character : line.codePoints().toArray()) {
            String next = Character.toString(character);
            int more = next.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > LONGEST_LINE) {
                folded.append("\r\n ");
                bytes = 1;
            }
            folded.append(next);
            bytes += more;
        }
        return folded.toString();
    }

    private static VEvent event(TimelineDocument document, TimelineDocument.Line line, TimelineEntry<?> entry) {
        var event = new VEvent(false);
        event.add(new Uid("%s-%d@andon".formatted(document.incidentId(), line.entryId())));
        event.add(new DtStamp(line.recordedAt()));
        event.add(new DtStart<>(line.occurredAt()));
        Instant end = endOf(entry);
        if (end != null) {
            event.add(new DtEnd<>(end));
        }
        event.add(new Summary(line(line.summary())));
        event.add(new Description(line("%s, by %s".formatted(line.type(), line.actor().id()))));
        event.add(new Sequence(entry.corrections().size() + (entry.standing() ? 0 : 1)));
        event.add(entry.standing() ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_CANCELLED);
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    /** A line break in a name would begin another property. */
    private static String line(String written) {
        return written.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static @Nullable Instant endOf(TimelineEntry<?> entry) {
        return entry.event() instanceof ImpactRecorded impact ? impact.to() : null;
    }
}
