package dev.andon.command.rollback;

import dev.andon.command.decision.DecisionModel;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.kernel.event.RollbackCompleted;
import dev.andon.kernel.event.RollbackStarted;
import org.jspecify.annotations.Nullable;

/**
 * What an incident knows of a registered change that somebody wants to undo.
 *
 * @param underWay the rollback of this change that has no outcome yet
 */
record ChangeToRollBack(@Nullable ChangeRegistered registered, @Nullable RollbackStarted underWay) {

    static DecisionModel<ChangeToRollBack> of(IncidentId incidentId, @Nullable ChangeId changeId) {
        var unknown = DecisionModel.startingWith(new ChangeToRollBack(null, null));
        return changeId == null
                ? unknown
                : unknown.on(changeId.tag(), ChangeRegistered.class, ChangeToRollBack::after)
                        .on(Tag.of(incidentId, changeId), RollbackStarted.class, ChangeToRollBack::after)
                        // An outcome names its rollback, not the change. An incident has only a few of them.
                        .on(incidentId.tag(), RollbackCompleted.class, ChangeToRollBack::after);
    }

    private ChangeToRollBack after(ChangeRegistered event) {
        return new ChangeToRollBack(event, underWay);
    }

    private ChangeToRollBack after(RollbackStarted event) {
        return new ChangeToRollBack(registered, event);
    }

    private ChangeToRollBack after(RollbackCompleted event) {
        return underWay != null && underWay.rollbackId().equals(event.rollbackId())
                ? new ChangeToRollBack(registered, null)
                : this;
    }
}
