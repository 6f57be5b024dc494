package dev.andon.query.recurringproblems;

import static dev.andon.query.text.Wording.counted;
import static dev.andon.query.text.Wording.duration;
import static dev.andon.query.text.Wording.list;
import static dev.andon.query.text.Wording.words;

import dev.andon.query.similar.SimilarMarkdown;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report on recurring problems as a document. */
final class RecurringProblemsMarkdown {

    private final DisplayZone zone;

    private RecurringProblemsMarkdown(DisplayZone zone) {
        this.zone = zone;
    }

    static String document(RecurringProblems report, DisplayZone zone) {
        return new RecurringProblemsMarkdown(zone).document(report);
    }

    private String document(RecurringProblems report) {
        var markdown = new StringBuilder("# Recurring problems\n\n%s, as of position %d. %s\n"
                .formatted(period(report), report.position(), zone.note()));
        if (report.problems().isEmpty()) {
            markdown.append("""

                    No problem has caused two or more incidents in this period. Only incidents that are linked to a \
                    problem are counted: `POST /api/v1/problems` with `incidentIds`.
                    """);
        }
        report.problems().forEach(problem -> append(problem, markdown));
        if (report.brokenPromisesInAll() > 0) {
            markdown.append(
                    "\n# Broken promises\n\nThe problem came back, although an earlier incident had led to work against it.");
            if (report.brokenPromises().size() < report.brokenPromisesInAll()) {
                markdown.append(
                        " These are %,d of %,d, the latest first; `limit` (at most 500) shows more, and the answer's `Link` leads to the rest."
                                .formatted(report.brokenPromises().size(), report.brokenPromisesInAll()));
            }
            markdown.append("\n\n");
            report.brokenPromises().forEach(promise -> markdown.append(said(promise)));
        }
        return markdown.append(SimilarMarkdown.pairs(report.lookalikes())).toString();
    }

    private String said(BrokenPromise promise) {
        Instant dueAt = promise.dueAt();
        Instant endedAt = promise.endedAt();
        String became = switch (promise.kind()) {
            case STILL_OPEN -> promise.overdue() ? "was **still open, and overdue**" : "was **still open**";
            case GIVEN_UP -> "had been **given up**";
            case DONE_AND_YET -> "was **done, and yet it happened again**";
        };
        return "- %s %s (%s, %s) %s%s when %s came back in %s. It came out of %s on %s%s.\n".formatted(
                promise.actionItemId(), Markdown.line(promise.title()), words(promise.actionItemKind()),
                promise.owner() == null ? "nobody's" : "of " + Markdown.line(promise.owner()), became,
                endedAt == null ? "" : " on " + zone.moment(endedAt), promise.problemId(),
                list(promise.cameBackIn().stream()
                        .map(again -> "%s (%s)".formatted(again.incidentId(), zone.moment(again.startedAt())))
                        .toList()),
                promise.proposedIn(), zone.moment(promise.proposedAt()),
                dueAt == null ? "" : ", due " + zone.moment(dueAt));
    }

    private void append(Problem problem, StringBuilder markdown) {
        markdown.append("\n## %s: %s\n\n".formatted(problem.problemId(), Markdown.line(problem.title())));
        markdown.append(counted(problem.incidents().size(), "incident"));
        if (!problem.services().isEmpty()) {
            markdown.append(" on ").append(Markdown.line(list(problem.services())));
        }
        var category = problem.rootCauseCategory();
        if (category != null) {
            markdown.append("; root cause: ").append(words(category));
        }
        Duration mean = problem.meanTimeBetweenFailures();
        if (mean != null) {
            markdown.append("; ").append(duration(mean)).append(" between failures on average");
        }
        markdown.append(".").append(state(problem)).append("\n\n");
        markdown.append("Trend: ").append(problem.trend().explanation()).append("\n\n");
        markdown.append(
                Markdown.tableRow(List.of("Incident", "Severity", "Status", "Started", "Since the one before")));
        markdown.append(Markdown.tableRow(List.of("---", "---", "---", "---", "---")));
        for (int i = 0; i < problem.incidents().size(); i++) {
            var failure = problem.incidents().get(i);
            markdown.append(Markdown.tableRow(List.of(
                    failure.incidentId() + " " + Markdown.line(failure.title()),
                    failure.severity().toString(),
                    words(failure.status()),
                    zone.moment(failure.startedAt()),
                    i == 0 ? "–" : duration(problem.timesBetweenFailures().get(i - 1)))));
        }
    }

    private String state(Problem problem) {
        String workaround = problem.workaround();
        var fix = problem.fix();
        return switch (problem.status()) {
            case OPEN -> "";
            case KNOWN_ERROR -> " Known error; workaround: " + Markdown.line(String.valueOf(workaround));
            case FIXED -> " Fixed%s; nobody has verified it.".formatted(on(fix));
            case VERIFIED -> " Fixed%s and verified.".formatted(on(fix));
            case RECURRED -> " **It has recurred**%s, though it was fixed%s.".formatted(
                    problem.recurrences().isEmpty()
                            ? ""
                            : " in " + list(problem.recurrences().stream()
                                    .map(again -> again.incidentId().value())
                                    .toList()),
                    on(fix));
        };
    }

    private String on(Problem.@Nullable Fix fix) {
        return fix == null ? "" : " on " + zone.moment(fix.fixedAt());
    }

    private String period(RecurringProblems report) {
        var from = report.from();
        var to = report.to();
        if (from == null && to == null) {
            return "All incidents";
        }
        return "Incidents that started"
                + (from == null ? "" : " from " + zone.moment(from))
                + (to == null ? "" : " before " + zone.moment(to));
    }
}
