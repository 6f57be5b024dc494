package dev.andon.query.rollbacks;

import static dev.andon.query.text.Wording.duration;
import static dev.andon.query.text.Wording.words;

import dev.andon.query.followup.RollbackAccount;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;
import java.time.Duration;
import java.util.List;

/** The report on rollbacks as a document. */
final class RollbackReportMarkdown {

    static final String TITLE = "Rollbacks";

    private RollbackReportMarkdown() {}

    static String document(RollbackReport report, DisplayZone zone) {
        var markdown = new StringBuilder("# %s\n\n%s, as of position %d. %s\n".formatted(
                TITLE, period(report, zone), report.position(), zone.note()));
        markdown.append("\n## Not live again\n\n");
        if (report.notReapplied().isEmpty()) {
            markdown.append("Everything that was rolled back is live again.\n");
        }
        report.notReapplied().forEach(rollback -> markdown.append("- **%s** %s: %s, since %s. %s\n".formatted(
                rollback.incidentId(), rollback.rollbackId(), change(rollback), zone.moment(rollback.startedAt()),
                Markdown.line(rollback.reason()))));
        markdown.append("\n## Without a rollback plan\n\n");
        if (report.changesWithoutPlan().isEmpty()) {
            markdown.append("Every change has one.\n");
        }
        report.changesWithoutPlan().forEach(change -> markdown.append("- **%s** %s %s, deployed %s\n".formatted(
                change.changeId(), Markdown.line(change.service()), Markdown.line(change.version()),
                zone.moment(change.deployedAt()))));
        markdown.append("\n## Measured against the plan\n\n");
        if (report.measured().isEmpty()) {
            return markdown.append("No rollback has ended.\n").toString();
        }
        markdown.append(Markdown.tableRow(List.of("Change", "Incident", "Outcome", "Took", "Planned", "Beyond plan")));
        markdown.append(Markdown.tableRow(List.of("---", "---", "---", "---:", "---:", "---:")));
        report.measured().forEach(measured -> markdown.append(row(measured)));
        return markdown.toString();
    }

    private static String row(RollbackReport.Measured measured) {
        RollbackAccount rollback = measured.rollback();
        Duration planned = rollback.plannedDuration();
        Duration beyond = measured.beyondPlan();
        var outcome = rollback.outcome();
        return Markdown.tableRow(List.of(
                change(rollback), rollback.incidentId() + " " + rollback.rollbackId(),
                outcome == null ? "–" : words(outcome), duration(measured.took()),
                planned == null ? "no plan" : duration(planned), beyond == null ? "–" : beyond(beyond)));
    }

    private static String beyond(Duration beyond) {
        return beyond.isNegative() ? duration(beyond.negated()) + " less" : "**" + duration(beyond) + "**";
    }

    private static String change(RollbackAccount rollback) {
        return Markdown.line(rollback.change().service()) + " " + Markdown.line(rollback.change().version());
    }

    private static String period(RollbackReport report, DisplayZone zone) {
        var from = report.from();
        var to = report.to();
        if (from == null && to == null) {
            return "All that was recorded";
        }
        return "What happened" + (from == null ? "" : " from " + zone.moment(from))
                + (to == null ? "" : " before " + zone.moment(to));
    }
}
