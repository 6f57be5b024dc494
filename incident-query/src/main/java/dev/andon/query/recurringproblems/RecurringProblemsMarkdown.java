package dev.andon.query.recurringproblems;

import static dev.andon.query.text.Wording.counted;
import static dev.andon.query.text.Wording.duration;
import static dev.andon.query.text.Wording.list;
import static dev.andon.query.text.Wording.moment;
import static dev.andon.query.text.Wording.words;

import dev.andon.query.text.Markdown;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report on recurring problems as a document. */
final class RecurringProblemsMarkdown {

    private RecurringProblemsMarkdown() {}

    static String document(RecurringProblems report) {
        var markdown = new StringBuilder("# Recurring problems\n\n%s, as of position %d. All times are UTC.\n"
                .formatted(period(report), report.position()));
        if (report.problems().isEmpty()) {
            markdown.append("""

                    No problem has caused two or more incidents in this period. Only incidents that are linked to a \
                    problem are counted: `POST /api/v1/problems`, then `POST /api/v1/problems/{problemId}/incidents`.
                    """);
        }
        report.problems().forEach(problem -> append(problem, markdown));
        return markdown.toString();
    }

    private static void append(Problem problem, StringBuilder markdown) {
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
        markdown.append(
                Markdown.tableRow(List.of("Incident", "Severity", "Status", "Started", "Since the one before")));
        markdown.append(Markdown.tableRow(List.of("---", "---", "---", "---", "---")));
        for (int i = 0; i < problem.incidents().size(); i++) {
            var failure = problem.incidents().get(i);
            markdown.append(Markdown.tableRow(List.of(
                    failure.incidentId() + " " + Markdown.line(failure.title()),
                    failure.severity().toString(),
                    words(failure.status()),
                    moment(failure.startedAt()),
                    i == 0 ? "–" : duration(problem.timesBetweenFailures().get(i - 1)))));
        }
    }

    private static String state(Problem problem) {
        String workaround = problem.workaround();
        var fix = problem.fix();
        return switch (problem.status()) {
            case OPEN -> "";
            case KNOWN_ERROR -> " Known error; workaround: " + Markdown.line(String.valueOf(workaround));
            case FIXED -> " Fixed%s; nobody has verified it.".formatted(on(fix));
            case VERIFIED -> " Fixed%s and verified.".formatted(on(fix));
            case RECURRED -> " **It has recurred** in %s, though it was fixed%s.".formatted(
                    list(problem.recurrences().stream().map(again -> again.incidentId().value()).toList()), on(fix));
        };
    }

    private static String on(Problem.@Nullable Fix fix) {
        return fix == null ? "" : " on " + moment(fix.fixedAt());
    }

    private static String period(RecurringProblems report) {
        var from = report.from();
        var to = report.to();
        if (from == null && to == null) {
            return "All incidents";
        }
        return "Incidents that started"
                + (from == null ? "" : " from " + moment(from))
                + (to == null ? "" : " before " + moment(to));
    }
}
