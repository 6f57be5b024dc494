package dev.andon.command.rollback;

import dev.andon.command.decision.DecisionModel;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RollbackId;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import java.util.List;
import java.util.stream.Stream;

/** The rollbacks of one incident that have no outcome yet, in the order they were started. */
public final class RollbacksUnderWay {

    private RollbacksUnderWay() {}

    public static DecisionModel<List<RollbackId>> in(IncidentId incidentId) {
        return DecisionModel.startingWith(List.<RollbackId>of())
                .on(incidentId.tag(), RollbackStarted.class, (underWay, started) -> Stream
                        .concat(underWay.stream(), Stream.of(started.rollbackId()))
                        .toList())
                .on(incidentId.tag(), RollbackCompleted.class, (underWay, completed) -> underWay.stream()
                        .filter(rollbackId -> !rollbackId.equals(completed.rollbackId()))
                        .toList());
    }
}
