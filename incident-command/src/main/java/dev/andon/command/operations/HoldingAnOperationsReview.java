package dev.andon.command.operations;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.HoldOperationsReview;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.OperationsReviewHeld;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A review is of a day that has begun somewhere on earth; several teams may each hold theirs. */
public final class HoldingAnOperationsReview implements Rule<HoldOperationsReview, Boolean> {

    private static final ZoneOffset FIRST_TO_SEE_A_DAY = ZoneOffset.ofHours(14);

    @Override
    public Class<HoldOperationsReview> command() {
        return HoldOperationsReview.class;
    }

    @Override
    public DecisionModel<Boolean> knowledgeFor(HoldOperationsReview command) {
        return DecisionModel.whether(Tag.of(command.operationsReviewId()), OperationsReviewHeld.class);
    }

    @Override
    public List<Event> decide(HoldOperationsReview command, Boolean idTaken, Circumstances circumstances) {
        if (command.date().isAfter(LocalDate.ofInstant(circumstances.now(), FIRST_TO_SEE_A_DAY))) {
            throw Invalid.field("/date", "must not lie in the future");
        }
        if (idTaken) {
            throw new IdentifierTaken(command.operationsReviewId());
        }
        return List.of(new OperationsReviewHeld(
                command.operationsReviewId(),
                command.date(),
                command.decisions(),
                command.attendees(),
                circumstances.now()));
    }
}
