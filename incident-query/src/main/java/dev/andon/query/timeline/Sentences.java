package dev.andon.query.timeline;

import static dev.andon.query.text.Wording.capitalised;
import static dev.andon.query.text.Wording.list;
import static dev.andon.query.text.Wording.sentence;
import static dev.andon.query.text.Wording.words;

import dev.andon.kernel.Detection;
import dev.andon.kernel.LooseEnd;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.event.ActionItemAssigned;
import dev.andon.kernel.event.ActionItemCancelled;
import dev.andon.kernel.event.ActionItemCompleted;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ActionItemVoteCast;
import dev.andon.kernel.event.ChangeReapplied;
import dev.andon.kernel.event.CheckInRecorded;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryPinned;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.EntryUnpinned;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.FiveWhysCompleted;
import dev.andon.kernel.event.FiveWhysOwnerAssigned;
import dev.andon.kernel.event.HypothesisAssessed;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentMarkedFalseAlarm;
import dev.andon.kernel.event.IncidentMerged;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.MitigationApplied;
import dev.andon.kernel.event.PanicButtonPressed;
import dev.andon.kernel.event.PostmortemPublished;
import dev.andon.kernel.event.PostmortemScheduled;
import dev.andon.kernel.event.PostmortemSectionWritten;
import dev.andon.kernel.event.PostmortemWaived;
import dev.andon.kernel.event.ProblemRecurred;
import dev.andon.kernel.event.RetrospectiveNoteAdded;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RoleReleased;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.kernel.event.RootCauseIdentified;
import dev.andon.kernel.event.RunbookStepExecuted;
import dev.andon.kernel.event.SeverityChanged;
import dev.andon.kernel.event.StakeholderUpdatePosted;
import dev.andon.kernel.event.WhyAnswered;
import dev.andon.query.text.DisplayZone;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person would have written on the timeline for each event. There is no default: a new event needs its sentence. */
public final class Sentences {

    private final Names names;
    private final DisplayZone zone;

    public Sentences(Names names) {
        this(names, DisplayZone.UTC);
    }

    public Sentences(Names names, DisplayZone zone) {
        this.names = names;
        this.zone = zone;
    }

    /** Holds what people wrote, as they wrote it: whoever puts it into a document escapes it. */
    public String of(IncidentEvent event) {
        return switch (event) {
            case IncidentDeclared declared -> declared(declared);
            case PanicButtonPressed pressed -> "%s pressed the panic button for %s, and was told: “%s”"
                    .formatted(pressed.pressedBy(), pressed.service(), pressed.message());
            case SeverityChanged changed -> severity(changed);
            case RoleAssigned assigned -> "%s takes the role of %s"
                    .formatted(assigned.assignee(), words(assigned.role()));
            case RoleReleased released -> "%s gives up the role of %s"
                    .formatted(released.assignee(), words(released.role()));
            case FindingAdded finding -> finding(finding);
            case HypothesisAssessed assessed -> capitalised(words(assessed.verdict())) + ": "
                    + Names.quoted(names.of(assessed.findingId())) + " – " + assessed.reason();
            case EntryCorrected corrected ->
                "Entry %d corrected: %s".formatted(corrected.entryId(), corrected.reason());
            case EntryRetracted retracted ->
                "Entry %d retracted: %s".formatted(retracted.entryId(), retracted.reason());
            case EntryPinned pinned -> "Entry %d pinned as a key moment of %s"
                    .formatted(pinned.entryId(), words(pinned.phase()));
            case EntryUnpinned unpinned -> "Entry %d is no key moment any more".formatted(unpinned.entryId());
            case ImpactRecorded impact -> impact(impact);
            case RollbackStarted started -> "Rollback of %s started: %s"
                    .formatted(names.of(started.rollbackId()), started.reason());
            case RollbackCompleted completed -> rollback(completed);
            case ChangeReapplied reapplied -> "%s is live again: %s"
                    .formatted(names.of(reapplied.rollbackId()), reapplied.reason());
            case MitigationApplied mitigation -> mitigation(mitigation);
            case RunbookStepExecuted step -> "%s (%s), step %d: %s%s".formatted(
                    Names.quoted(step.runbook()), step.runbookId(), step.step(), step.instruction(),
                    after(" – ", step.note()));
            case CheckInRecorded checkIn -> checkIn(checkIn);
            case StakeholderUpdatePosted update -> update(update);
            case IncidentMitigated mitigated -> "Mitigated" + after(": ", mitigated.summary());
            case IncidentResolved resolved -> "Resolved: " + resolved.summary();
            case IncidentReopened reopened -> "Reopened: " + reopened.reason();
            case IncidentClosed closed -> closed(closed);
            case IncidentMarkedFalseAlarm falseAlarm -> "False alarm: %s%s"
                    .formatted(falseAlarm.reason(), after(" – it cost: ", falseAlarm.cost()));
            case IncidentMerged merged -> "%s is merged into %s%s".formatted(
                    merged.incidentId(), merged.into(),
                    merged.through() == null ? "" : ", as %s is".formatted(merged.through()));
            case FiveWhysOwnerAssigned assigned -> "%s answers for the five whys%s"
                    .formatted(assigned.owner(), due(assigned.dueAt()));
            case WhyAnswered why -> why.question() + " " + why.answer();
            case RootCauseIdentified cause ->
                "Root cause (%s): %s".formatted(words(cause.category()), cause.statement());
            case FiveWhysCompleted completed -> "Five whys completed" + after(": ", completed.summary());
            case ActionItemProposed proposed -> "Action item proposed: %s%s%s".formatted(
                    names.of(proposed.actionItemId()), after(", owner ", proposed.owner()), due(proposed.dueAt()));
            case ActionItemVoteCast vote -> vote(vote);
            case ActionItemAssigned assigned -> "%s takes %s%s"
                    .formatted(assigned.owner(), names.of(assigned.actionItemId()), due(assigned.dueAt()));
            case ActionItemCompleted completed -> "%s is done%s"
                    .formatted(names.of(completed.actionItemId()), after(": ", completed.note()));
            case ActionItemCancelled cancelled -> "%s is cancelled: %s"
                    .formatted(names.of(cancelled.actionItemId()), cancelled.reason());
            case RetrospectiveNoteAdded note -> "%s: %s".formatted(capitalised(words(note.kind())), note.text());
            case IncidentLinkedToProblem linked -> "Linked to problem " + linked.problemId();
            case ProblemRecurred recurred -> "Problem %s has recurred, though it was fixed on %s%s".formatted(
                    recurred.problemId(), zone.moment(recurred.fixedAt()),
                    recurred.was() == ProblemStatus.VERIFIED ? " and the fix was verified" : "");
            case PostmortemScheduled scheduled -> scheduled(scheduled);
            case PostmortemSectionWritten written -> "%s wrote %s in the postmortem (version %d)".formatted(
                    written.author(), Names.quoted(capitalised(words(written.section()))), written.version());
            case PostmortemPublished published -> "Postmortem published"
                    + (published.edition() == 1 ? "" : ", edition " + published.edition());
            case PostmortemWaived waived -> "There will be no postmortem: " + waived.reason();
        };
    }

    /** {@code a stakeholder: noticed in the user interface}. */
    public static String detection(Detection detection) {
        String source = switch (detection.source()) {
            case PREDICTION -> "a prediction";
            case ALERT -> "an alert";
            case CANARY -> "a canary";
            case CHECK_IN -> "a check-in";
            case ENGINEER -> "an engineer";
            case STAKEHOLDER -> "a stakeholder";
            case CUSTOMER -> "a customer";
            case SOCIAL_MEDIA -> "social media";
            case PANIC_BUTTON -> "the panic button";
        };
        return source + after(": ", detection.detail());
    }

    private static String declared(IncidentDeclared event) {
        return "%s declared on %s: %s Found through %s%s".formatted(
                event.severity() + (event.drill() ? " drill" : ""), list(event.services()), sentence(event.title()),
                detection(event.detection()), after(" – ", event.summary()));
    }

    private static String severity(SeverityChanged event) {
        // The worst severity comes first.
        String direction = event.to().compareTo(event.from()) < 0 ? "raised" : "lowered";
        return "Severity %s from %s to %s%s".formatted(direction, event.from(), event.to(),
                after(": ", event.reason()));
    }

    private String finding(FindingAdded event) {
        String service = event.service() == null ? "" : " (" + event.service() + ")";
        return switch (event.kind()) {
            // Most of what is on a long timeline; a format takes longer than all the rest of a line.
            case OBSERVATION -> "Observed" + service + ": " + event.text();
            case HYPOTHESIS -> "Suspected" + service + ": " + event.text();
            case EVIDENCE -> evidence(event, service);
            case DECISION -> "Decided%s: %s%s".formatted(service, event.text(), event.reviewAt() == null
                    ? ""
                    : " – to be looked at again on " + zone.moment(event.reviewAt()));
        };
    }

    private String evidence(FindingAdded event, String service) {
        String about = event.about() == null ? "" : " " + Names.quoted(names.of(event.about()));
        String bearing = Boolean.TRUE.equals(event.supports())
                ? "for"
                : Boolean.FALSE.equals(event.supports()) ? "against" : "on";
        return "Evidence %s%s%s: %s".formatted(bearing, about, service, event.text());
    }

    private String impact(ImpactRecorded event) {
        String from = event.from().equals(event.occurredAt()) ? "" : " from " + zone.moment(event.from());
        String until = event.to() == null ? ", not over yet" : " until " + zone.moment(event.to());
        return "Impact on %s%s%s, %d %% degraded%s".formatted(
                list(event.services()), from, until, event.degradedPercent(), after(": ", event.description()));
    }

    private String rollback(RollbackCompleted event) {
        String outcome = switch (event.outcome()) {
            case EFFECTIVE -> "worked";
            case NO_EFFECT -> "had no effect";
            case MADE_WORSE -> "made it worse";
            case FAILED -> "failed";
        };
        return "Rollback of %s %s%s".formatted(names.of(event.rollbackId()), outcome, after(": ", event.note()));
    }

    private static String mitigation(MitigationApplied event) {
        String effect = switch (event.effect()) {
            case EFFECTIVE -> "which worked";
            case PARTIAL -> "which helped in part";
            case NO_EFFECT -> "which had no effect";
            case MADE_WORSE -> "which made it worse";
        };
        String service = event.service() == null ? "" : " on " + event.service();
        return "Mitigation%s, %s: %s".formatted(service, effect, event.description());
    }

    private String update(StakeholderUpdatePosted event) {
        String next = event.nextUpdateDueAt() == null
                ? ""
                : " – next word due by " + zone.moment(event.nextUpdateDueAt());
        return "Update to %s%s: “%s”%s".formatted(
                event.audience(), after(" through ", event.channel()), event.message().strip(), next);
    }

    private static String checkIn(CheckInRecorded event) {
        String metrics = event.metrics().entrySet().stream()
                .map(metric -> metric.getKey() + " " + number(metric.getValue()))
                .collect(Collectors.joining(", "));
        return "Check-in on %s: %s%s%s".formatted(
                event.service(), words(event.health()), metrics.isEmpty() ? "" : " (" + metrics + ")",
                after(" – ", event.note()));
    }

    private static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    private static String closed(IncidentClosed event) {
        String open = list(event.leftOpen().stream().map(Sentences::looseEnd).toList());
        return "Closed" + after(": ", event.reason()) + (open.isEmpty() ? "" : " – left open: " + open);
    }

    /** {@code rollback under way (RB-2M9D)}. */
    public static String looseEnd(LooseEnd looseEnd) {
        return words(looseEnd.kind()) + (looseEnd.id() == null ? "" : " (%s)".formatted(looseEnd.id()));
    }

    private String scheduled(PostmortemScheduled event) {
        return "Postmortem to be reviewed on %s%s%s".formatted(
                zone.moment(event.scheduledFor()),
                event.attendees().isEmpty() ? "" : " by " + list(event.attendees()),
                event.owner() == null ? "" : "; %s answers for it".formatted(event.owner()));
    }

    private String vote(ActionItemVoteCast event) {
        String item = names.of(event.actionItemId());
        return (event.score() == 0
                ? "%s vetoes %s".formatted(event.voter(), item)
                : "%s gives %s %d of 5".formatted(event.voter(), item, event.score()))
                + after(": ", event.comment());
    }

    private String due(@Nullable Instant instant) {
        return instant == null ? "" : ", due " + zone.moment(instant);
    }

    private static String after(String separator, @Nullable String text) {
        return text == null ? "" : separator + text;
    }
}
