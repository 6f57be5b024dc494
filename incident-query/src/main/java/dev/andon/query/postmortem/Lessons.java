package dev.andon.query.postmortem;

import static dev.andon.query.text.Wording.counted;
import static dev.andon.query.text.Wording.duration;
import static dev.andon.query.text.Wording.list;
import static dev.andon.query.text.Wording.words;

import dev.andon.kernel.ActionItemKind;
import dev.andon.kernel.MitigationEffect;
import dev.andon.kernel.Role;
import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.SeverityChanged;
import dev.andon.query.followup.ActionItem;
import dev.andon.query.followup.RollbackAccount;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands out, worked out from the events: what cost time, what had no effect, what was promised and not kept, what nobody
 * has done yet. Who writes a postmortem from memory forgets just these. They are facts to ask about, and blame nobody.
 */
final class Lessons {

    /** Less than this is how long it takes to write something down. */
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    private final Postmortem postmortem;
    private final Timeline timeline;
    private final Instant now;
    private final DisplayZone zone;
    private final List<Statement> found = new ArrayList<>();

    private Lessons(Postmortem postmortem, Timeline timeline, Instant now, DisplayZone zone) {
        this.zone = zone;
        this.postmortem = postmortem;
        this.timeline = timeline;
        this.now = now;
    }

    static List<Statement> of(Postmortem postmortem, Timeline timeline, Instant now, DisplayZone zone) {
        var lessons = new Lessons(postmortem, timeline, now, zone);
        lessons.detection();
        lessons.command();
        lessons.severity();
        lessons.suspicions();
        lessons.rollbacks();
        lessons.mitigations();
        lessons.decisions();
        lessons.updates();
        lessons.causes();
        lessons.actions();
        lessons.record();
        return List.copyOf(lessons.found);
    }

    private void detection() {
        if (postmortem.incident().detectionGap()) {
            say("Somebody outside engineering noticed before any alert did.", timeline.of(IncidentDeclared.class));
        }
    }

    private void command() {
        Instant declared = postmortem.incident().declaredAt();
        List<TimelineEntry<RoleAssigned>> commanders = timeline.standing(RoleAssigned.class).stream()
                .filter(entry -> entry.event().role() == Role.INCIDENT_COMMANDER)
                .toList();
        if (commanders.isEmpty()) {
            say("Nobody is recorded as incident commander.", timeline.of(IncidentDeclared.class));
        } else {
            Duration late = Duration.between(declared, commanders.getFirst().occurredAt());
            if (late.compareTo(A_WHILE) >= 0) {
                say("The first incident commander was named %s after the declaration.".formatted(duration(late)),
                        commanders.subList(0, 1));
            }
        }
    }

    private void severity() {
        timeline.standing(SeverityChanged.class).stream()
                .filter(entry -> entry.event().to().compareTo(entry.event().from()) < 0)
                .forEach(entry -> say("It was worse than thought: raised from %s to %s %s after the declaration."
                        .formatted(entry.event().from(), entry.event().to(),
                                duration(between(postmortem.incident().declaredAt(), entry.occurredAt()))),
                        List.of(entry)));
    }

    private void suspicions() {
        for (Hypothesis hypothesis : postmortem.hypotheses()) {
            Duration taken = hypothesis.timeToVerdict();
            if (hypothesis.verdict() == null) {
                add("“%s” (%s) was suspected, and nobody has said what became of it.".formatted(
                        hypothesis.text(), hypothesis.findingId()), hypothesis.entryIds());
            } else if (hypothesis.verdict() == Verdict.RULED_OUT && taken != null && taken.compareTo(A_WHILE) >= 0) {
                add("It took %s to rule out “%s” (%s).".formatted(
                        duration(taken), hypothesis.text(), hypothesis.findingId()), hypothesis.entryIds());
            }
        }
    }

    private void rollbacks() {
        for (RollbackAccount rollback : postmortem.rollbacks()) {
            String what = "%s %s (%s)".formatted(
                    rollback.change().service(), rollback.change().version(), rollback.rollbackId());
            var outcome = rollback.outcome();
            if (outcome == null) {
                add("The rollback of %s has no recorded outcome.".formatted(what), rollback.entryIds());
            } else if (outcome != RollbackOutcome.EFFECTIVE) {
                add("The rollback of %s did not help: %s.".formatted(what, words(outcome)), rollback.entryIds());
            }
            Duration planned = rollback.plannedDuration();
            Duration measured = rollback.measuredDuration();
            if (planned == null) {
                add("The change %s had no rollback plan.".formatted(what), rollback.entryIds());
            } else if (measured != null && measured.compareTo(planned) > 0) {
                add("The rollback of %s took %s longer than planned.".formatted(
                        what, duration(measured.minus(planned))), rollback.entryIds());
            }
        }
    }

    private void mitigations() {
        postmortem.mitigations().stream()
                .filter(mitigation -> mitigation.effect() == MitigationEffect.NO_EFFECT
                        || mitigation.effect() == MitigationEffect.MADE_WORSE)
                .forEach(mitigation -> add(
                        "“%s” %s.".formatted(
                                mitigation.description(), mitigation.effect() == MitigationEffect.NO_EFFECT
                                        ? "had no effect"
                                        : "made it worse"),
                        mitigation.entryIds()));
    }

    private void decisions() {
        for (Decision decision : postmortem.decisions()) {
            Instant due = decision.reviewAt();
            if (due != null && due.isBefore(now) && postmortem.decisions().stream()
                    .noneMatch(other -> other.at().isAfter(decision.at()) && !other.at().isAfter(due))) {
                add("“%s” was to be looked at again on %s; no decision is recorded between the two.".formatted(
                        decision.text(), zone.moment(due)), decision.entryIds());
            }
        }
    }

    /** Promises of a next word to the same audience. */
    private void updates() {
        List<StakeholderUpdate> updates = postmortem.stakeholderUpdates();
        for (int i = 0; i < updates.size(); i++) {
            StakeholderUpdate update = updates.get(i);
            Instant due = update.nextUpdateDueAt();
            if (due == null || !due.isBefore(now)) {
                continue;
            }
            StakeholderUpdate next = updates.subList(i + 1, updates.size()).stream()
                    .filter(other -> other.audience().equals(update.audience()))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                add("The next word to %s was due by %s; none is recorded.".formatted(
                        update.audience(), zone.moment(due)), update.entryIds());
            } else if (next.at().isAfter(due)) {
                add("The next word to %s was due by %s and came %s late.".formatted(
                        update.audience(), zone.moment(due), duration(Duration.between(due, next.at()))),
                        Stream.concat(update.entryIds().stream(), next.entryIds().stream()).toList());
            }
        }
    }

    private void causes() {
        if (!postmortem.rootCauses().isEmpty() && none(ActionItemKind.PREVENT)) {
            add("Root causes are named, but no action item is there to prevent them.", postmortem.rootCauses().stream()
                    .flatMap(cause -> cause.entryIds().stream())
                    .toList());
        }
        if (postmortem.incident().detectionGap() && none(ActionItemKind.DETECT)) {
            say("There is a detection gap, but no action item to detect it sooner next time.",
                    timeline.of(IncidentDeclared.class));
        }
    }

    private boolean none(ActionItemKind kind) {
        return postmortem.actionItems().stream()
                .noneMatch(item -> item.kind() == kind && item.status() != ActionItem.Status.CANCELLED);
    }

    private void actions() {
        List<ActionItem> open = postmortem.actionItems().stream()
                .filter(item -> item.status() == ActionItem.Status.OPEN)
                .toList();
        tell(open.stream().filter(item -> item.owner() == null).toList(), "has no owner", "have no owner");
        tell(open.stream().filter(item -> item.dueAt() == null).toList(), "has no due date", "have no due date");
        tell(open.stream().filter(item -> Boolean.TRUE.equals(item.overdue())).toList(),
                "is overdue", "are overdue");
        tell(open.stream().filter(item -> Boolean.FALSE.equals(item.consensus().agreed())).toList(),
                "is not agreed", "are not agreed");
    }

    private void tell(List<ActionItem> items, String one, String several) {
        if (!items.isEmpty()) {
            add("%s %s.".formatted(
                    list(items.stream().map(item -> item.actionItemId().value()).toList()),
                    items.size() == 1 ? one : several),
                    items.stream().flatMap(item -> item.entryIds().stream()).toList());
        }
    }

    /** How far the record was put right afterwards. */
    private void record() {
        List<TimelineEntry<EntryCorrected>> corrections = timeline.standing(EntryCorrected.class);
        List<TimelineEntry<EntryRetracted>> retractions = timeline.standing(EntryRetracted.class);
        if (!corrections.isEmpty() || !retractions.isEmpty()) {
            say("The record was put right: %s and %s.".formatted(
                    counted(corrections.size(), "correction"), counted(retractions.size(), "retraction")),
                    Stream.concat(corrections.stream(), retractions.stream()).toList());
        }
    }

    private void say(String text, List<? extends TimelineEntry<?>> entries) {
        found.add(Statement.of(text, entries));
    }

    private void add(String text, List<Long> entryIds) {
        found.add(new Statement(text, entryIds));
    }

    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }
}
