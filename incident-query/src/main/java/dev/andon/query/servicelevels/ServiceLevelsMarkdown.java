package dev.andon.query.servicelevels;

import static dev.andon.query.text.Wording.duration;

import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;
import dev.andon.query.text.Wording;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report on service levels as a document. */
public final class ServiceLevelsMarkdown {

    static final String TITLE = "Service levels";

    private static final String NONE = "–";

    private ServiceLevelsMarkdown() {}

    static String document(ServiceLevels report, DisplayZone zone) {
        ServiceLevels.Known today = report.today();
        var markdown = new StringBuilder("# %s\n\nFrom %s to %s, as of position %d. %s\n\n".formatted(
                TITLE, zone.moment(report.from()), zone.moment(report.to()), today.position(), zone.note()));
        ServiceLevels.Known then = report.then();
        if (then != null) {
            markdown.append("In brackets: as was known on %s, at position %d.\n\n".formatted(
                    zone.moment(then.now()), then.position()));
        }
        if (today.services().isEmpty()) {
            return markdown.append("No service is registered, and none was hurt: `POST /api/v1/services`.\n")
                    .toString();
        }
        markdown.append(table(today, then));
        markdown.append(
                """

                        The weighted availability counts each moment by how badly customers were hurt, the unweighted one whether they \
                        were hurt at all. What overlaps counts once, at its worst. The error budget is what the objective leaves of the \
                        period; what is spent of it is the weighted downtime.
                        """);
        today.services().forEach(level -> details(level, markdown, zone));
        return markdown.toString();
    }

    /** A row for each service; with what was known then in brackets. */
    public static String table(ServiceLevels.Known today, ServiceLevels.@Nullable Known then) {
        var table = new StringBuilder(Markdown.tableRow(List.of(
                "Service", "Objective", "Availability", "Unweighted", "Customers hurt", "Weighted",
                "Error budget left")));
        table.append(Markdown.tableRow(List.of("---", "---:", "---:", "---:", "---:", "---:", "---:")));
        for (ServiceLevel level : today.services()) {
            ServiceLevel before = then == null ? null : then.of(level.service());
            var cells = new ArrayList<>(List.of(Markdown.line(level.service())));
            List<String> known = cells(level);
            List<String> was = before == null ? List.of() : cells(before);
            for (int i = 0; i < known.size(); i++) {
                cells.add(known.get(i) + (was.isEmpty() ? "" : " (" + was.get(i) + ")"));
            }
            table.append(Markdown.tableRow(cells));
        }
        return table.toString();
    }

    private static List<String> cells(ServiceLevel level) {
        var objective = level.objective();
        var budget = level.errorBudget();
        return List.of(
                objective == null ? NONE : percent(objective.percent()),
                percent(level.availability().weighted()),
                percent(level.availability().unweighted()),
                duration(level.downtime().unweighted()),
                duration(level.downtime().weighted()),
                budget == null ? NONE : left(budget));
    }

    private static String left(ServiceLevel.ErrorBudget budget) {
        Duration left = budget.left();
        return budget.met() ? duration(left) : "**overspent by %s**".formatted(duration(left.negated()));
    }

    private static void details(ServiceLevel level, StringBuilder markdown, DisplayZone zone) {
        if (level.windows().isEmpty() && level.invalid().isEmpty()) {
            return;
        }
        markdown.append("\n## %s\n\n".formatted(Markdown.line(level.service())));
        level.invalid().forEach(window -> markdown.append("- **Not counted:** %s, from %s to %s. %s\n".formatted(
                window.incidentId(), zone.moment(window.from()), zone.moment(window.to()),
                Markdown.line(window.reason()))));
        level.windows().forEach(window -> markdown.append("- %s, from %s to %s, %d %%%s%s; %s\n".formatted(
                window.incidentId(), zone.moment(window.from()), zone.moment(window.to()), window.degradedPercent(),
                window.open() ? ": **still open**, counted up to now" : "",
                window.note() == null ? "" : ". **" + Markdown.line(window.note()) + "**",
                entries(window.entryIds()))));
    }

    private static String entries(List<Long> entryIds) {
        return "%s %s".formatted(
                entryIds.size() == 1 ? "entry" : "entries",
                Wording.list(entryIds.stream().map(String::valueOf).toList()));
    }

    /** With up to four decimals, never rounded up: what was down for a moment was not up all the time. */
    public static String percent(double percent) {
        return BigDecimal.valueOf(percent).setScale(4, RoundingMode.FLOOR).stripTrailingZeros().toPlainString() + " %";
    }
}
