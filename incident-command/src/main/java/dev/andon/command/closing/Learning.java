package dev.andon.command.closing;

import dev.andon.command.actionitem.ProposedWork;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.fivewhys.FiveWhysProgress;
import dev.andon.command.postmortem.PostmortemState;
import dev.andon.command.rollback.RollbacksUnderWay;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RollbackId;
import java.util.List;
import java.util.function.Function;

/** What there is to learn from one incident, and how far that is. */
record Learning(
        List<RollbackId> rollbacksUnderWay,
        FiveWhysProgress fiveWhys,
        ProposedWork proposedWork,
        PostmortemState postmortem) {

    static DecisionModel<Learning> from(IncidentId incidentId) {
        return RollbacksUnderWay.in(incidentId)
                .and(
                        FiveWhysProgress.of(incidentId),
                        ProposedWork.in(incidentId),
                        (rollbacks, fiveWhys, work) -> (Function<PostmortemState, Learning>) postmortem -> new Learning(
                                rollbacks, fiveWhys, work, postmortem))
                .and(PostmortemState.of(incidentId), Function::apply);
    }
}
