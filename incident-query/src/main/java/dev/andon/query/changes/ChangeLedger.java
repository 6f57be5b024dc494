package dev.andon.query.changes;

import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.kernel.event.RollbackStarted;
import dev.andon.query.chronicles.Chronicle;
import dev.andon.query.chronicles.ChronicleIndex;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.Kind;
import dev.andon.query.followup.FollowUps;
import dev.andon.query.http.Period;
import dev.andon.query.readmodel.DocumentQuery;
import dev.andon.query.readmodel.Sortable;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds changes, each with how it was undone: that is recorded with the incidents in which it was. */
public final class ChangeLedger {

    private final Chronicles chronicles;
    private final FollowUps followUps;

    public ChangeLedger(Chronicles chronicles, FollowUps followUps) {
        this.chronicles = chronicles;
        this.followUps = followUps;
    }

    /** Which changes: by when they went into production, on which service, with a rollback plan or without. */
    public record Wanted(Period deployed, @Nullable String service, @Nullable Boolean planMissing) {

        DocumentQuery narrow(DocumentQuery query, String order) {
            DocumentQuery narrowed = service == null ? query : query.where(ChronicleIndex.SERVICE, service);
            if (planMissing != null) {
                narrowed = narrowed.where(
                        ChronicleIndex.ROLLBACK_PLAN, planMissing ? ChronicleIndex.MISSING : ChronicleIndex.THERE);
            }
            Instant from = deployed.from();
            Instant to = deployed.to();
            narrowed = from == null ? narrowed : narrowed.whereAtLeast(order, Sortable.instant(from));
            return to == null ? narrowed : narrowed.whereBelow(order, Sortable.instant(to));
        }

        boolean fits(Chronicle chronicle) {
            ChangeRegistered event = chronicle.opening(ChangeRegistered.class).event();
            return deployed.contains(event.occurredAt())
                    && (service == null || service.equals(event.service()))
                    && (planMissing == null || planMissing == (event.rollbackPlan() == null));
        }
    }

    /** Those that are wanted. The index may be used for the past as well: what a registration says never changes. */
    public Flux<Chronicle> found(DocumentQuery directed, Wanted wanted, Viewpoint viewpoint) {
        return chronicles.found(wanted.narrow(directed, Kind.CHANGES.order()), viewpoint).filter(wanted::fits);
    }

    public Mono<Change> withRollbacks(Chronicle chronicle, Viewpoint viewpoint) {
        ChangeRegistered registered = chronicle.opening(ChangeRegistered.class).event();
        return Flux.fromStream(chronicle.of(RollbackStarted.class).stream().map(told -> told.event().incidentId())
                .distinct())
                .concatMap(incident -> followUps.find(incident, viewpoint))
                .concatMapIterable(followUp -> followUp.rollbacks())
                .filter(rollback -> registered.changeId().equals(rollback.changeId()))
                .collectList()
                .map(rollbacks -> Change.of(chronicle, List.copyOf(rollbacks)));
    }
}
