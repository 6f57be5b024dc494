package dev.andon.query.lookback;

import static dev.andon.query.text.Wording.counted;
import static dev.andon.query.text.Wording.duration;
import static dev.andon.query.text.Wording.list;
import static dev.andon.query.text.Wording.words;

import dev.andon.kernel.Identifier;
import dev.andon.query.servicelevels.ServiceLevelsMarkdown;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A look-back as a document. */
final class LookBackMarkdown {

    private LookBackMarkdown() {}

    static String title(LookBack lookBack) {
        return "Look-back on " + lookBack.period();
    }

    static String document(LookBack lookBack, DisplayZone zone) {
        var markdown = new StringBuilder("# %s\n\nFrom %s to %s%s, as of position %d. %s\n\n".formatted(
                title(lookBack), zone.moment(lookBack.from()), zone.moment(lookBack.to()),
                lookBack.now().isBefore(lookBack.to()) ? " (**not over yet**)" : "", lookBack.position(), zone.note()));
        markdown.append("%s, and %s. Drills, and what was merged into another incident, are not counted.\n".formatted(
                counted(lookBack.incidents(), "incident"), counted(lookBack.falseAlarms(), "false alarm")));
        counts(lookBack, markdown);
        lengths(lookBack.durations(), markdown);
        markdown.append("\n## Availability\n\n");
        markdown.append(lookBack.serviceLevels().services().isEmpty()
                ? "No service is registered, and none was hurt.\n"
                : ServiceLevelsMarkdown.table(lookBack.serviceLevels(), null));
        problems(lookBack, markdown);
        promises(lookBack.actionItems(), markdown);
        months(lookBack, markdown);
        return markdown.toString();
    }

    private static void counts(LookBack lookBack, StringBuilder markdown) {
        markdown.append("\n## How bad\n\n").append(Markdown.tableRow(List.of("Severity", "Count", "Incidents")));
        markdown.append(Markdown.tableRow(List.of("---", "---:", "---")));
        lookBack.bySeverity().forEach(by -> markdown.append(Markdown.tableRow(
                List.of(by.severity().toString(), String.valueOf(by.count()), names(by.incidents())))));
        markdown.append("\n## How they were found\n\n")
                .append(Markdown.tableRow(List.of("Found through", "Count", "Incidents")));
        markdown.append(Markdown.tableRow(List.of("---", "---:", "---")));
        lookBack.byDetection().stream().filter(by -> by.count() > 0).forEach(by -> markdown.append(Markdown.tableRow(
                List.of(
                        words(by.detectedBy()) + (by.detectionGap() ? " (**gap**)" : ""), String.valueOf(by.count()),
                        names(by.incidents())))));
    }

    private static void lengths(LookBack.Lengths lengths, StringBuilder markdown) {
        markdown.append("\n## How long\n\n").append(Markdown.tableRow(
                List.of("How long", "Median", "90th percentile", "Measured", "Pending", "Invalid")));
        markdown.append(Markdown.tableRow(List.of("---", "---:", "---:", "---:", "---:", "---:")));
        row("To detect", lengths.timeToDetect(), markdown);
        row("To acknowledge", lengths.timeToAcknowledge(), markdown);
        row("To mitigate", lengths.timeToMitigate(), markdown);
        row("To resolve", lengths.timeToResolve(), markdown);
        markdown.append("\nPercentiles are nearest ranks: each is a length that was measured.\n");
    }

    private static void row(String label, Spread spread, StringBuilder markdown) {
        markdown.append(Markdown.tableRow(List.of(
                label, said(spread.median()), said(spread.ninetieth()), String.valueOf(spread.count()),
                String.valueOf(spread.pending()), String.valueOf(spread.invalid()))));
    }

    private static void problems(LookBack lookBack, StringBuilder markdown) {
        markdown.append("\n## What came back\n\n");
        if (lookBack.recurringProblems().isEmpty()) {
            markdown.append("No problem caused two or more incidents.\n");
        }
        lookBack.recurringProblems().forEach(problem -> markdown.append("- **%s** %s (%s): %s\n".formatted(
                problem.problemId(), Markdown.line(problem.title()), words(problem.status()),
                names(problem.incidents().stream().map(failure -> failure.incidentId()).toList()))));
    }

    private static void promises(LookBack.Promises promises, StringBuilder markdown) {
        markdown.append("\n## What was promised\n\n");
        if (promises.due() == 0) {
            markdown.append("No action item was due.\n");
            return;
        }
        markdown.append("Of %s that were due:\n\n".formatted(counted(promises.due(), "action item")));
        line("done in time", promises.inTime(), markdown);
        line("done late", promises.late(), markdown);
        line("**not done**", promises.notDone(), markdown);
        line("given up", promises.cancelled(), markdown);
    }

    private static void line(String label, List<? extends Identifier> items, StringBuilder markdown) {
        markdown.append("- %d %s%s\n".formatted(
                items.size(), label, items.isEmpty() ? "" : ": " + names(items)));
    }

    private static void months(LookBack lookBack, StringBuilder markdown) {
        List<LookBack.Month> months = lookBack.months();
        if (months == null) {
            return;
        }
        markdown.append("\n## Month by month\n\n").append(Markdown.tableRow(List.of("Month", "Incidents", "Lost")));
        markdown.append(Markdown.tableRow(List.of("---", "---:", "---:")));
        months.forEach(month -> markdown.append(Markdown.tableRow(List.of(
                month.month() + (month.month().equals(lookBack.worstMonth()) ? " (**worst**)" : ""),
                String.valueOf(month.incidents()), duration(month.lost())))));
    }

    private static String said(@Nullable Duration length) {
        return length == null ? "–" : duration(length);
    }

    private static String names(List<? extends Identifier> identifiers) {
        return list(identifiers.stream().map(Identifier::value).toList());
    }
}
