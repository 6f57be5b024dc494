package dev.andon.command.operations;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.ReadinessAnswer;
import dev.andon.kernel.command.AnswerReadinessItem;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.ReadinessItemAnswered;
import java.util.List;
import java.util.Map;

/** An item may be answered, and answered otherwise, until somebody signs off; a no says what is done about it. */
public final class AnsweringAReadinessItem implements Rule<AnswerReadinessItem, ReadinessLife> {

    @Override
    public Class<AnswerReadinessItem> command() {
        return AnswerReadinessItem.class;
    }

    @Override
    public DecisionModel<ReadinessLife> knowledgeFor(AnswerReadinessItem command) {
        return ReadinessLife.of(command.readinessCheckId());
    }

    @Override
    public List<Event> decide(AnswerReadinessItem command, ReadinessLife check, Circumstances circumstances) {
        if (command.answer() == ReadinessAnswer.NO && command.note() == null) {
            throw Invalid.field("/note", "is required for NO: what is done about it");
        }
        check.requireNotSignedOff();
        if (command.item() > check.items()) {
            throw new Refused(
                    Refusal.READINESS_ITEM_MISSING,
                    "%s has %d items".formatted(command.readinessCheckId(), check.items()),
                    Map.of("readinessCheckId", command.readinessCheckId(), "items", check.items()));
        }
        return List.of(new ReadinessItemAnswered(
                command.readinessCheckId(), command.item(), command.answer(), command.note(), circumstances.now()));
    }
}
