package dev.andon.query.readiness;

import static dev.andon.query.text.Wording.counted;
import static dev.andon.query.text.Wording.list;
import static dev.andon.query.text.Wording.words;

import dev.andon.query.incidents.IncidentBriefsMarkdown;
import dev.andon.query.plannedevents.PlannedEvent;
import dev.andon.query.readinesschecks.ReadinessCheck;
import dev.andon.query.servicelevels.ServiceLevelsMarkdown;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;

/** The report on a period, before it and after it, as a document. */
final class ReadinessMarkdown {

    static final String TITLE = "Readiness";

    private ReadinessMarkdown() {}

    static String document(Readiness readiness, DisplayZone zone) {
        var markdown = new StringBuilder("# %s\n\nFrom %s to %s; as it stood on %s, at position %d. %s\n\n".formatted(
                TITLE, zone.moment(readiness.from()), zone.moment(readiness.to()), zone.moment(readiness.now()),
                readiness.position(), zone.note()));
        markdown.append(readiness.open() ? "**Something is open.**\n" : "Nothing is open.\n");
        markdown.append("\n## Planned events\n\n");
        if (readiness.plannedEvents().isEmpty()) {
            markdown.append("None.\n");
        }
        readiness.plannedEvents().forEach(event -> markdown.append(line(event, zone)));
        markdown.append("\n## Readiness checks\n");
        if (readiness.readinessChecks().isEmpty()) {
            markdown.append("\nNone was made for this period: `POST /api/v1/readiness-checks`.\n");
        }
        readiness.readinessChecks().forEach(check -> append(check, markdown, zone));
        if (readiness.stage() != Readiness.Stage.AHEAD) {
            happened(readiness, markdown, zone);
        }
        return markdown.toString();
    }

    private static String line(PlannedEvent event, DisplayZone zone) {
        return "- **%s** %s, from %s to %s: %s, on %s; call %s%s\n".formatted(
                event.plannedEventId(), Markdown.line(event.title()), zone.moment(event.from()),
                zone.moment(event.to()), Markdown.line(event.expectedLoad()), Markdown.line(list(event.services())),
                Markdown.line(list(event.contacts())),
                event.readinessCheckId() == null ? ". **Nobody checks whether all is ready.**" : "");
    }

    private static void append(ReadinessCheck check, StringBuilder markdown, DisplayZone zone) {
        markdown.append("\n### %s: %s\n\n".formatted(check.readinessCheckId(), Markdown.line(check.title())));
        var signOff = check.signOff();
        markdown.append(signOff == null
                ? "**Nobody has signed it off.**"
                : "Signed off by %s on %s%s.".formatted(
                        Markdown.line(signOff.by()), zone.moment(signOff.at()),
                        signOff.statement() == null ? "" : ": “" + Markdown.line(signOff.statement()) + "”"));
        markdown.append(" %s unanswered, %d not ready.\n\n".formatted(
                counted(check.unanswered().size(), "item"), check.notReady().size()));
        check.items().forEach(item -> {
            var answer = item.answer();
            var note = item.note();
            markdown.append("%d. %s — **%s**%s\n".formatted(
                    item.item(), Markdown.line(item.text()), answer == null ? "open" : words(answer),
                    note == null ? "" : ": " + Markdown.line(note)));
        });
    }

    private static void happened(Readiness readiness, StringBuilder markdown, DisplayZone zone) {
        markdown.append("\n## What happened%s\n\n".formatted(
                readiness.stage() == Readiness.Stage.OVER ? "" : " so far"));
        markdown.append(readiness.incidents().isEmpty()
                ? "No incident was declared. That is a result.\n"
                : IncidentBriefsMarkdown.table(readiness.incidents(), zone));
        var levels = readiness.serviceLevels();
        if (levels != null && !levels.services().isEmpty()) {
            markdown.append("\n## Availability\n\n").append(ServiceLevelsMarkdown.table(levels, null));
        }
    }
}
