package dev.andon.query.postmortem;

import static dev.andon.query.text.Wording.words;

import dev.andon.kernel.Actor;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.kernel.event.RunbookStepExecuted;
import dev.andon.query.followup.RollbackAccount;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was tried, and what it did, whatever kind of act it was: only side by side do they show what helped.
 *
 * @param what such as a rollback of a service's version
 * @param effect such as {@code no effect}; absent if nobody has said
 * @param took absent for what happens in a moment, or whose end is not recorded
 */
record Attempt(
        Instant at, String what, @Nullable String effect, @Nullable Duration took, Actor by, List<Long> entryIds) {

    static List<Attempt> in(Timeline timeline, List<RollbackAccount> rollbacks, List<MitigationAccount> mitigations) {
        var attempts = new ArrayList<Attempt>();
        List<TimelineEntry<RollbackStarted>> started = timeline.standing(RollbackStarted.class);
        for (int i = 0; i < rollbacks.size(); i++) {
            RollbackAccount rollback = rollbacks.get(i);
            var outcome = rollback.outcome();
            attempts.add(new Attempt(
                    rollback.startedAt(),
                    "Rollback of %s %s".formatted(rollback.change().service(), rollback.change().version()),
                    outcome == null ? null : words(outcome), rollback.measuredDuration(), started.get(i).actor(),
                    rollback.entryIds()));
        }
        mitigations.forEach(mitigation -> attempts.add(new Attempt(
                mitigation.at(), mitigation.description(), words(mitigation.effect()), null, mitigation.by(),
                mitigation.entryIds())));
        timeline.standing(RunbookStepExecuted.class).forEach(step -> attempts.add(new Attempt(
                step.occurredAt(),
                "%s, step %d: %s".formatted(step.event().runbook(), step.event().step(), step.event().instruction()),
                step.event().note(), null, step.actor(), List.of(step.id()))));
        return attempts.stream().sorted(Comparator.comparing(Attempt::at)).toList();
    }
}
