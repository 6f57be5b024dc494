package dev.andon.query.postmortem;

import static dev.andon.query.text.Wording.capitalised;
import static dev.andon.query.text.Wording.duration;
import static dev.andon.query.text.Wording.list;
import static dev.andon.query.text.Wording.moment;
import static dev.andon.query.text.Wording.sentence;
import static dev.andon.query.text.Wording.words;

import dev.andon.kernel.Actor;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.followup.FiveWhys;
import dev.andon.query.followup.RollbackAccount;
import dev.andon.query.text.Markdown;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sections that give an account of single things: suspicions, rollbacks, whys, work to do. */
final class AccountMarkdown {

    private final PostmortemDraft draft;

    AccountMarkdown(PostmortemDraft draft) {
        this.draft = draft;
    }

    String hypotheses() {
        return draft.hypotheses().stream().map(AccountMarkdown::hypothesis).collect(Collectors.joining("\n"));
    }

    private static String hypothesis(Hypothesis hypothesis) {
        var markdown = new StringBuilder("- **%s** (%s)\n".formatted(
                Markdown.text(hypothesis.text(), "  "), hypothesis.findingId()));
        markdown.append("  - Suspected on %s by %s\n".formatted(moment(hypothesis.suspectedAt()), by(hypothesis.by())));
        hypothesis.evidence().forEach(evidence -> markdown.append("  - Evidence %s, %s: %s\n".formatted(
                bearing(evidence.supports()), moment(evidence.at()), Markdown.text(evidence.text(), "    "))));
        var verdict = hypothesis.verdict();
        var reason = hypothesis.reason();
        var assessedBy = hypothesis.assessedBy();
        var assessedAt = hypothesis.assessedAt();
        if (verdict == null || reason == null || assessedBy == null || assessedAt == null) {
            return markdown.append("  - **Not assessed**: nobody has said what became of it\n").toString();
        }
        Duration taken = hypothesis.timeToVerdict();
        return markdown.append("  - **%s** on %s%s by %s: %s\n".formatted(
                capitalised(words(verdict)), moment(assessedAt),
                taken == null || taken.isZero() ? "" : ", after %s,".formatted(duration(taken)), by(assessedBy),
                Markdown.text(reason, "    "))).toString();
    }

    String rollbacks() {
        return draft.rollbacks().stream().map(AccountMarkdown::rollback).collect(Collectors.joining("\n"));
    }

    private static String rollback(RollbackAccount rollback) {
        var change = rollback.change();
        var changeId = rollback.changeId();
        var markdown = new StringBuilder("- **%s %s** (%s%s): %s\n".formatted(
                Markdown.line(change.service()), Markdown.line(change.version()), rollback.rollbackId(),
                changeId == null ? "" : " of " + changeId, Markdown.text(change.description(), "  ")));
        markdown.append("  - Why: %s\n".formatted(Markdown.text(rollback.reason(), "    ")));
        var completedAt = rollback.completedAt();
        var outcome = rollback.outcome();
        if (completedAt == null || outcome == null) {
            return markdown.append("  - Started on %s; **no outcome is recorded**\n"
                    .formatted(moment(rollback.startedAt()))).toString();
        }
        var note = rollback.note();
        markdown.append("  - %s to %s: **%s**%s\n".formatted(
                moment(rollback.startedAt()), moment(completedAt), words(outcome),
                note == null ? "" : ". " + Markdown.text(note, "    ")));
        markdown.append("  - %s\n".formatted(measured(rollback.measuredDuration(), rollback.plannedDuration())));
        var reappliedAt = rollback.reappliedAt();
        var because = rollback.reappliedBecause();
        return markdown.append(reappliedAt == null || because == null
                ? "  - Not reapplied: the change is still rolled back\n"
                : "  - Reapplied on %s: %s\n".formatted(moment(reappliedAt), Markdown.text(because, "    ")))
                .toString();
    }

    private static String measured(@Nullable Duration measured, @Nullable Duration planned) {
        if (measured == null) {
            return "The recorded times do not say how long it took";
        }
        String took = "Took **%s**".formatted(duration(measured));
        if (planned == null) {
            return took + "; there was no plan to compare with";
        }
        int comparison = measured.compareTo(planned);
        return took + " against %s planned: ".formatted(duration(planned)) + (comparison == 0
                ? "as planned"
                : "%s %s".formatted(duration(measured.minus(planned).abs()), comparison > 0 ? "longer" : "shorter"));
    }

    String mitigations() {
        return draft.mitigations().stream()
                .map(mitigation -> {
                    var service = mitigation.service();
                    return "- %s%s: %s — **%s**, by %s\n".formatted(
                            moment(mitigation.at()), service == null ? "" : " on " + Markdown.line(service),
                            Markdown.text(mitigation.description(), "  "), words(mitigation.effect()),
                            by(mitigation.by()));
                })
                .collect(Collectors.joining());
    }

    String stakeholderUpdates() {
        return draft.stakeholderUpdates().stream()
                .map(update -> {
                    var channel = update.channel();
                    var next = update.nextUpdateDueAt();
                    return "- %s to %s%s: “%s”%s\n".formatted(
                            moment(update.at()), Markdown.line(update.audience()),
                            channel == null ? "" : " through " + Markdown.line(channel),
                            Markdown.text(update.message(), "  "),
                            next == null ? "" : " (next word due by %s)".formatted(moment(next)));
                })
                .collect(Collectors.joining());
    }

    String fiveWhys() {
        FiveWhys fiveWhys = draft.fiveWhys();
        var owner = fiveWhys.owner();
        var dueAt = fiveWhys.dueAt();
        var summary = fiveWhys.summary();
        return "%s%s. %s%s\n\n%s".formatted(
                owner == null ? "Nobody answers for this analysis yet" : Markdown.line(owner) + " answers for it",
                dueAt == null ? "" : ", due on " + moment(dueAt),
                fiveWhys.completed() ? "It is complete." : "It is not complete yet.",
                summary == null ? "" : " " + sentence(Markdown.line(summary)),
                whys(fiveWhys.whys(), ""));
    }

    private static String whys(List<FiveWhys.Why> whys, String indentation) {
        var markdown = new StringBuilder();
        for (FiveWhys.Why why : whys) {
            String inside = indentation + "   ";
            markdown.append("%s1. **%s** %s\n".formatted(
                    indentation, Markdown.line(why.question()), Markdown.text(why.answer(), inside)));
            why.cites().forEach(cited -> markdown.append("%s- From %s: %s\n".formatted(
                    inside, cited.findingId(), Markdown.text(cited.text(), inside + "  "))));
            why.rootCauses().forEach(cause -> markdown.append("%s- **Root cause** (%s): %s\n".formatted(
                    inside, words(cause.category()), Markdown.text(cause.statement(), inside + "  "))));
            markdown.append(whys(why.whys(), inside));
        }
        return markdown.toString();
    }

    String rootCauses() {
        return draft.rootCauses().stream()
                .map(cause -> "- **%s**: %s\n".formatted(
                        capitalised(words(cause.category())), Markdown.text(cause.statement(), "  ")))
                .collect(Collectors.joining());
    }

    String actionItems() {
        return Markdown.tableRow(List.of("Item", "Kind", "Owner", "Due", "Consensus", "Status"))
                + Markdown.tableRow(List.of("---", "---", "---", "---", "---", "---"))
                + draft.actionItems().stream().map(AccountMarkdown::actionItem).collect(Collectors.joining());
    }

    private static String actionItem(ActionItem item) {
        var owner = item.owner();
        var dueAt = item.dueAt();
        var note = item.note();
        return Markdown.tableRow(List.of(
                "%s %s".formatted(item.actionItemId(), Markdown.line(item.title())),
                words(item.kind()),
                owner == null ? "nobody" : Markdown.line(owner),
                dueAt == null ? "–" : moment(dueAt),
                consensus(item.consensus()),
                words(item.status()) + (note == null ? "" : ": " + Markdown.line(note))));
    }

    private static String consensus(ActionItem.Consensus consensus) {
        Boolean agreed = consensus.agreed();
        if (agreed == null) {
            return "not voted on";
        }
        String votes = list(consensus.votes().stream()
                .map(vote -> "%s %d%s".formatted(Markdown.line(vote.voter()), vote.score(), comment(vote)))
                .toList());
        return (agreed ? "agreed" : consensus.vetoedBy().isEmpty() ? "not agreed" : "**vetoed**") + ": " + votes;
    }

    private static String comment(ActionItem.Vote vote) {
        String comment = vote.comment();
        return comment == null ? "" : " (“%s”)".formatted(Markdown.line(comment));
    }

    private static String bearing(@Nullable Boolean supports) {
        return supports == null ? "on it" : supports ? "for it" : "against it";
    }

    private static String by(Actor actor) {
        return Markdown.line(actor.id());
    }
}
