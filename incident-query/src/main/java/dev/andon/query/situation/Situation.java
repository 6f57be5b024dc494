package dev.andon.query.situation;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentStatus;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Verdict;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.query.incidents.Incident;
import dev.andon.query.timeline.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where an incident stands, for whoever has to act on it. A hypothesis that was ruled out is not among those that are live:
 * nobody needs to look into it again.
 *
 * @param hypotheses what is suspected, by when it was
 * @param confirmed what turned out to be so
 * @param rollbacks those that have no outcome
 */
public record Situation(
        IncidentStatus status,
        Severity severity,
        List<Incident.Holder> roles,
        List<Suspicion> hypotheses,
        List<Suspicion> confirmed,
        List<OpenRollback> rollbacks) {

    public Situation {
        roles = List.copyOf(roles);
        hypotheses = List.copyOf(hypotheses);
        confirmed = List.copyOf(confirmed);
        rollbacks = List.copyOf(rollbacks);
    }

    /** A hypothesis, and the latest verdict on it if there is one. */
    public record Suspicion(
            long entryId, FindingId findingId, String text, Instant suspectedAt, @Nullable Verdict verdict) {

        public boolean live() {
            return verdict == null || verdict == Verdict.SUPPORTED;
        }
    }

    /** Something is being undone. */
    public record OpenRollback(
            long entryId, RollbackId rollbackId, String service, String version, Instant startedAt) {}

    public static Situation of(Incident incident, Timeline timeline) {
        List<Suspicion> suspicions = suspicions(timeline);
        return new Situation(
                incident.status(),
                incident.severity(),
                incident.roles(),
                suspicions.stream().filter(Suspicion::live).toList(),
                suspicions.stream().filter(suspicion -> suspicion.verdict() == Verdict.CONFIRMED).toList(),
                openRollbacks(timeline));
    }

    /** Every hypothesis that was not struck out, those that were ruled out too. */
    public static List<Suspicion> suspicions(Timeline timeline) {
        return timeline.standing(FindingAdded.class).stream()
                .filter(entry -> entry.event().kind() == FindingKind.HYPOTHESIS)
                .map(entry -> {
                    var assessment = entry.assessment();
                    return new Suspicion(
                            entry.id(), entry.event().findingId(), entry.event().text(), entry.occurredAt(),
                            assessment == null ? null : assessment.verdict());
                })
                .toList();
    }

    private static List<OpenRollback> openRollbacks(Timeline timeline) {
        Set<RollbackId> over = timeline.standing(RollbackCompleted.class).stream()
                .map(entry -> entry.event().rollbackId())
                .collect(Collectors.toSet());
        return timeline.standing(RollbackStarted.class).stream()
                .filter(entry -> !over.contains(entry.event().rollbackId()))
                .map(entry -> new OpenRollback(
                        entry.id(), entry.event().rollbackId(), entry.event().change().service(),
                        entry.event().change().version(), entry.occurredAt()))
                .toList();
    }
}
