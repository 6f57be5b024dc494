package dev.andon.query.replay;

import dev.andon.kernel.FindingKind;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.HypothesisAssessed;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.query.incidents.Incident;
import dev.andon.query.incidents.IncidentDocument;
import dev.andon.query.situation.Situation.OpenRollback;
import dev.andon.query.situation.Situation.Suspicion;
import dev.andon.query.situation.Situation;
import dev.andon.query.timeline.AsRecorded;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Goes through an incident in the order in which it was recorded. Keeps: a step follows from the entries up to it and from
 * nothing else. In a replay that knew the end, the wrong suspicions would look foolish, and nobody would learn from them.
 */
final class Replay {

    private final AsRecorded words = new AsRecorded();
    private final List<Entry> telling = new ArrayList<>();
    private final int steps;
    private IncidentDocument incident = IncidentDocument.empty();
    private @Nullable Situation situation;
    private List<Suspicion> suspicions = List.of();
    private int taken;

    private Replay(int steps) {
        this.steps = steps;
    }

    /** @param entries by position */
    static Flux<Step> of(List<Entry> entries) {
        return Flux.defer(() -> {
            var replay = new Replay(entries.size());
            return Flux.fromIterable(entries).map(replay::next);
        });
    }

    private Step next(Entry entry) {
        taken++;
        Situation before = situation;
        List<Suspicion> suspected = suspicions;
        boolean same = isIrrelevant(entry);
        if (!same) {
            Timeline timeline = Timeline.of(telling);
            suspicions = Situation.suspicions(timeline);
            situation = Incident.of(incident).map(now -> Situation.of(now, timeline)).orElse(null);
        }
        return new Step(
                taken, steps - taken, entry.position(), entry.recordedAt(), words.next(entry), situation,
                same
                        ? List.of()
                        : Changes.between(before, situation, suspected, suspicions,
                                rollback -> outcome(rollback, entry.event())));
    }

    /** Most entries are: then nothing needs to be worked out anew. */
    private boolean isIrrelevant(Entry entry) {
        int deciding = incident.deciding().size();
        incident = incident.after(entry);
        boolean tells = tells(entry.event());
        if (tells) {
            telling.add(entry);
        }
        return !tells && incident.deciding().size() == deciding;
    }

    private boolean tells(IncidentEvent event) {
        return event instanceof FindingAdded finding && finding.kind() == FindingKind.HYPOTHESIS
                || event instanceof HypothesisAssessed || event instanceof RollbackStarted
                || event instanceof RollbackCompleted
                || event instanceof EntryCorrected correction && isTelling(correction.entryId())
                || event instanceof EntryRetracted retraction && isTelling(retraction.entryId());
    }

    private boolean isTelling(long position) {
        return telling.stream().anyMatch(entry -> entry.position() == position);
    }

    private static @Nullable String outcome(OpenRollback rollback, IncidentEvent event) {
        return event instanceof RollbackCompleted completed && completed.rollbackId().equals(rollback.rollbackId())
                ? completed.outcome().name()
                : null;
    }
}
