package dev.andon.query.timeline;

import static dev.andon.query.text.Wording.capitalised;
import static dev.andon.query.text.Wording.weekday;
import static dev.andon.query.text.Wording.words;

import dev.andon.kernel.Actor;
import dev.andon.kernel.Link;
import dev.andon.kernel.Phase;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The timeline as Markdown: a heading for each day, a line for each entry, and under it what became of it. What people
 * wrote is escaped, all of it, or one finding could hide every line below it.
 */
public final class TimelineMarkdown {

    private static final String IMPORTED = "IMPORT";
    private static final String UNDER_ENTRY = "  ";

    /** A moment between the act and the writing down is how people work, and not worth a word. */
    private static final Duration AT_ONCE = Duration.ofMinutes(2);

    private final Sentences sentences;
    private final String dayHeading;
    private final DisplayZone zone;

    /** @param dayHeading such as {@code ##} */
    public TimelineMarkdown(Timeline timeline, String dayHeading, DisplayZone zone) {
        this.sentences = new Sentences(Names.in(timeline), zone);
        this.dayHeading = dayHeading;
        this.zone = zone;
    }

    static String document(TimelineDocument document, Timeline timeline, DisplayZone zone) {
        String title = timeline.of(IncidentDeclared.class).stream()
                .findFirst()
                .map(declared -> ": " + Markdown.line(declared.event().title()))
                .orElse("");
        return "# Timeline of %s%s\n\n%s, as of position %d. %s\n".formatted(
                document.incidentId(), title,
                timeline.entries().size() == 1 ? "1 entry" : timeline.entries().size() + " entries",
                document.position(), zone.note())
                + new TimelineMarkdown(timeline, "##", zone).days(timeline.entries());
    }

    /** These entries, day by day. */
    public String days(List<TimelineEntry<?>> entries) {
        var markdown = new StringBuilder();
        LocalDate day = null;
        for (TimelineEntry<?> entry : entries) {
            LocalDate entryDay = zone.dateOf(entry.occurredAt());
            if (!entryDay.equals(day)) {
                markdown.append("\n%s %s\n\n".formatted(dayHeading, weekday(entryDay)));
                day = entryDay;
            }
            append(entry, markdown);
        }
        entries.stream()
                .map(TimelineEntry::recorded)
                .filter(entry -> entry.channel().equals(IMPORTED))
                .map(Entry::recordedAt)
                .max(Instant::compareTo)
                .ifPresent(last -> markdown
                        .append("\n*What is marked as imported was recorded afterwards, the last of it on %s.*\n"
                                .formatted(zone.moment(last))));
        return markdown.toString();
    }

    private void append(TimelineEntry<?> entry, StringBuilder markdown) {
        String text = Markdown.text(sentences.of(entry.event()), UNDER_ENTRY);
        markdown.append("- %s %s — *%s*\n".formatted(
                zone.timeInBold(entry.occurredAt()), entry.standing() ? text : "~~" + text + "~~", source(entry)));
        if (entry.event() instanceof FindingAdded finding) {
            finding.links().forEach(link -> mark(markdown, "See", link(link)));
        }
        Phase pinned = entry.pinned();
        if (pinned != null) {
            mark(markdown, "Key moment", "of " + words(pinned));
        }
        var assessment = entry.assessment();
        if (assessment != null) {
            mark(
                    markdown, capitalised(words(assessment.verdict())),
                    "%s, by %s: %s".formatted(
                            zone.moment(assessment.at()), by(assessment.by()), prose(assessment.reason())));
        }
        entry.corrections().forEach(correction -> mark(markdown, "Corrected", correction(correction)));
        var retraction = entry.retraction();
        if (retraction != null) {
            mark(
                    markdown, "Retracted",
                    "%s, by %s: %s".formatted(
                            zone.moment(retraction.at()), by(retraction.by()), prose(retraction.reason())));
        }
    }

    private static void mark(StringBuilder markdown, String mark, String text) {
        markdown.append("  - **%s** %s\n".formatted(mark, text));
    }

    private String correction(TimelineEntry.Correction correction) {
        var markdown = new StringBuilder("%s, by %s: %s".formatted(
                zone.moment(correction.at()), by(correction.by()), prose(correction.reason())));
        var text = correction.text();
        if (text != null) {
            String before = text.from();
            markdown.append(before == null
                    ? ". Added: “%s”".formatted(prose(text.to()))
                    : ". Was: “%s”; is: “%s”".formatted(prose(before), prose(text.to())));
        }
        var time = correction.occurredAt();
        if (time != null && time.from() != null) {
            markdown.append(". Time was %s; is %s".formatted(zone.moment(time.from()), zone.moment(time.to())));
        }
        return markdown.toString();
    }

    private String source(TimelineEntry<?> entry) {
        Entry recorded = entry.recorded();
        String channel = recorded.channel().equals(IMPORTED)
                ? "imported"
                : Markdown.line(recorded.channel().length() > 3 ? recorded.channel().toLowerCase(Locale.ROOT)
                        : recorded.channel());
        boolean late = Duration.between(entry.occurredAt(), recorded.recordedAt()).compareTo(AT_ONCE) > 0;
        return "%s, %s%s".formatted(
                by(entry.actor()), channel,
                late && !recorded.channel().equals(IMPORTED) ? ", recorded " + zone.moment(recorded.recordedAt()) : "");
    }

    private static String link(Link link) {
        return Markdown.link(link.title() == null ? link.url() : link.title(), link.url());
    }

    private static String by(Actor actor) {
        return Markdown.line(actor.via() == null ? actor.id() : actor.id() + " through " + actor.via());
    }

    private static String prose(String written) {
        return Markdown.text(written, UNDER_ENTRY + UNDER_ENTRY);
    }
}
