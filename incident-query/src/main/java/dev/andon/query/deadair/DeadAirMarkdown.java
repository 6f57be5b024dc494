package dev.andon.query.deadair;

import static dev.andon.query.text.Wording.counted;
import static dev.andon.query.text.Wording.duration;

import dev.andon.query.text.DisplayZone;
import dev.andon.query.text.Markdown;
import java.util.List;
import java.util.function.Function;

/** The report on dead air as a document. */
final class DeadAirMarkdown {

    static final String TITLE = "Dead air";

    private DeadAirMarkdown() {}

    static String document(DeadAir report, DisplayZone zone) {
        var markdown = new StringBuilder("# %s\n\nAs it stood on %s, at position %d. %s\n".formatted(
                TITLE, zone.moment(report.now()), report.position(), zone.note()));
        if (report.nothing()) {
            return markdown.append("\nThere is none: whoever should have said something has.\n").toString();
        }
        section("Missed check-ins", report.missedCheckIns(), markdown, missed -> {
            var last = missed.last();
            return "**%s**: %s since %s; every %s is promised".formatted(
                    Markdown.line(missed.service()), counted(missed.missed(), "check-in") + " missed",
                    last == null ? "it was registered" : zone.moment(last), duration(missed.interval()));
        });
        section("Overdue updates", report.overdueUpdates(), markdown,
                update -> "**%s** %s: %s was to hear more by %s; entry %d".formatted(
                        update.incidentId(), Markdown.line(update.title()), Markdown.line(update.audience()),
                        zone.moment(update.dueAt()), update.entryId()));
        section("Rollbacks without an outcome", report.rollbacksWithoutOutcome(), markdown,
                rollback -> "**%s** %s: %s %s, for %s%s".formatted(
                        rollback.incidentId(), rollback.rollbackId(), Markdown.line(rollback.change().service()),
                        Markdown.line(rollback.change().version()), duration(rollback.lasted()),
                        Boolean.TRUE.equals(rollback.longerThanPlanned()) ? ", **longer than planned**" : ""));
        section("Five whys that go nowhere", report.stalledFiveWhys(), markdown, whys -> {
            var due = whys.dueAt();
            var owner = whys.owner();
            return "**%s** %s: %s, %s%s".formatted(
                    whys.incidentId(), Markdown.line(whys.title()),
                    owner == null ? "**nobody** answers for it" : Markdown.line(owner),
                    whys.answers() == 0 ? "no answer yet" : counted(whys.answers(), "answer") + " so far",
                    due == null ? ""
                            : (whys.overdue() ? ", **was due by %s**" : ", due by %s").formatted(
                                    zone.moment(due)));
        });
        section("Decisions to wait whose time has passed", report.forgottenDecisions(), markdown,
                decision -> "**%s** %s: “%s”, to be looked at again by %s; entry %d".formatted(
                        decision.incidentId(), Markdown.line(decision.title()), Markdown.line(decision.decision()),
                        zone.moment(decision.reviewAt()), decision.entryId()));
        return markdown.toString();
    }

    private static <T> void section(
            String heading, List<T> things, StringBuilder markdown, Function<T, String> sentence) {
        markdown.append("\n## %s\n\n".formatted(heading));
        if (things.isEmpty()) {
            markdown.append("None.\n");
        }
        things.forEach(thing -> markdown.append("- %s.\n".formatted(sentence.apply(thing))));
    }
}
