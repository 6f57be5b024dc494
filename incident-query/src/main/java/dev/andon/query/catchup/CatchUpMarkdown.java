package dev.andon.query.catchup;

import static dev.andon.query.text.Wording.words;

import dev.andon.kernel.Actor;
import dev.andon.query.situation.Situation;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;
import dev.andon.query.text.Wording;
import dev.andon.query.timeline.TimelineDocument.Line;
import dev.andon.query.timeline.TimelineEntry.Replacement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The brief as Markdown: where things stand, what is open, and only then what happened. */
final class CatchUpMarkdown {

    private static final String UNDER_ENTRY = "  ";

    private final DisplayZone zone;
    private final StringBuilder markdown = new StringBuilder();

    private CatchUpMarkdown(DisplayZone zone) {
        this.zone = zone;
    }

    static String document(ChangesSince brief, DisplayZone zone) {
        var written = new CatchUpMarkdown(zone);
        written.head(brief);
        written.open(brief);
        brief.changes().stream().filter(group -> group.topic() != Topic.CORRECTIONS).forEach(written::group);
        written.corrections(brief.corrections());
        return written.markdown.toString();
    }

    private void head(ChangesSince brief) {
        Situation now = brief.situation();
        markdown.append("# %s: %s\n\nWhat is new since position %d, as of position %d. %s\n\n".formatted(
                brief.incidentId(), Markdown.line(brief.title()), brief.since(), brief.position(), zone.note()));
        markdown.append("**Now:** %s, %s%s.\n".formatted(
                words(now.status()), now.severity(), was(brief.before(), now)));
        markdown.append("\n**Roles:** %s.\n".formatted(now.roles().isEmpty()
                ? "nobody has one"
                : Wording.list(now.roles().stream()
                        .map(holder -> "%s is %s".formatted(
                                Markdown.line(holder.assignee()), words(holder.role())))
                        .toList())));
        if (brief.changes().isEmpty()) {
            markdown.append("\nNothing was recorded since.\n");
        }
    }

    private static String was(@Nullable Situation before, Situation now) {
        return before == null || before.status() == now.status() && before.severity() == now.severity()
                ? ""
                : " (it was %s, %s)".formatted(words(before.status()), before.severity());
    }

    private void open(ChangesSince brief) {
        Situation now = brief.situation();
        OpenEnds open = brief.open();
        OpenEnds.DueUpdate update = open.nextUpdate();
        markdown.append("\n## What is open\n\n");
        int before = markdown.length();
        now.hypotheses().forEach(suspicion -> item("Suspected", "%s (%s)".formatted(
                Markdown.text(suspicion.text(), UNDER_ENTRY),
                suspicion.verdict() == null ? "no verdict yet" : words(suspicion.verdict()))));
        now.rollbacks().forEach(rollback -> item("Rollback under way", "%s %s, since %s".formatted(
                Markdown.line(rollback.service()), Markdown.line(rollback.version()),
                zone.moment(rollback.startedAt()))));
        open.decisions().forEach(decision -> item("Decided to wait", "%s (%s)".formatted(
                Markdown.text(decision.text(), UNDER_ENTRY),
                due("to be looked at again", decision.reviewAt(), decision.overdue()))));
        if (update != null) {
            item("Next word to " + Markdown.line(update.audience()), due("due", update.dueAt(), update.overdue()));
        }
        if (markdown.length() == before) {
            markdown.append("Nothing that is recorded.\n");
        }
    }

    private void group(ChangesSince.Group group) {
        markdown.append("\n## %s\n\n".formatted(group.topic().heading()));
        group.entries().forEach(this::entry);
    }

    private void entry(Line line) {
        String text = Markdown.text(line.summary(), UNDER_ENTRY);
        markdown.append("- %s: %s — *%s, entry %d*\n".formatted(
                zone.moment(line.occurredAt()), line.retracted() == null ? text : "~~" + text + "~~", by(line.actor()),
                line.entryId()));
    }

    private void corrections(List<ChangesSince.Correction> corrections) {
        if (!corrections.isEmpty()) {
            markdown.append("\n## %s\n\n".formatted(Topic.CORRECTIONS.heading()));
        }
        corrections.forEach(correction -> {
            markdown.append("- Entry %d, %s: %s — *%s, entry %d*\n".formatted(
                    correction.entryId(), correction.retracted() ? "struck out" : "corrected",
                    Markdown.text(correction.reason(), UNDER_ENTRY), by(correction.actor()), correction.by()));
            markdown.append(
                    "  - It reads: %s\n".formatted(Markdown.text(correction.summary(), UNDER_ENTRY + UNDER_ENTRY)));
            Replacement<String> text = correction.text();
            if (text != null) {
                markdown.append("  - %s; is: “%s”\n".formatted(
                        text.from() == null ? "It had no text" : "Was: “" + prose(text.from()) + "”",
                        prose(text.to())));
            }
            Replacement<Instant> time = correction.occurredAt();
            if (time != null && time.from() != null) {
                markdown.append("  - Time was %s; is %s\n".formatted(zone.moment(time.from()), zone.moment(time.to())));
            }
        });
    }

    private void item(String what, String text) {
        markdown.append("- **%s:** %s\n".formatted(what, text));
    }

    private String due(String what, Instant dueAt, boolean overdue) {
        return "%s%s %s".formatted(overdue ? "**overdue**, " : "", what, zone.moment(dueAt));
    }

    private static String prose(String written) {
        return Markdown.text(written, UNDER_ENTRY + UNDER_ENTRY);
    }

    private static String by(Actor actor) {
        return Markdown.line(actor.via() == null ? actor.id() : actor.id() + " through " + actor.via());
    }
}
