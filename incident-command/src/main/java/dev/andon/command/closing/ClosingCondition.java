package dev.andon.command.closing;

import dev.andon.command.fivewhys.FiveWhysProgress;
import dev.andon.kernel.LooseEnd;
import dev.andon.kernel.LooseEndKind;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What must be so before an incident is closed without further words, each with the sentence that is said if it is not.
 *
 * <p>A {@code SEV1} or {@code SEV2} demands five whys and a postmortem, by the severity that it has at the end: one that
 * was lowered on second thoughts was never that bad. A drill demands neither, though what it began is to be finished.
 */
public enum ClosingCondition {
    ROLLBACKS_HAVE_ENDED(
            "A rollback is under way; record how it ended.",
            (learning, _) -> learning.rollbacksUnderWay().stream()
                    .map(rollbackId -> new LooseEnd(LooseEndKind.ROLLBACK_UNDER_WAY, rollbackId.value()))),
    FIVE_WHYS_HAVE_AN_OWNER(
            "Nobody answers for the five whys; assign an owner.",
            (learning, demanding) -> demanding && learning.fiveWhys() == FiveWhysProgress.UNASSIGNED
                    ? Stream.of(new LooseEnd(LooseEndKind.FIVE_WHYS_UNASSIGNED, null))
                    : Stream.empty()),
    FIVE_WHYS_ARE_COMPLETE(
            "The five whys are not complete; complete them.",
            (learning, _) -> learning.fiveWhys() == FiveWhysProgress.ASSIGNED
                    ? Stream.of(new LooseEnd(LooseEndKind.FIVE_WHYS_INCOMPLETE, null))
                    : Stream.empty()),
    ACTION_ITEMS_ARE_DECIDED(
            "An action item is undecided; assign it, agree on it or cancel it.",
            (learning, _) -> learning.proposedWork().undecided().stream()
                    .map(actionItemId -> new LooseEnd(LooseEndKind.ACTION_ITEM_UNDECIDED, actionItemId.value()))),
    POSTMORTEM_IS_DONE(
            "The postmortem is neither published nor waived; do the one or the other.",
            (learning, demanding) -> demanding && !learning.postmortem().isDone()
                    ? Stream.of(new LooseEnd(LooseEndKind.POSTMORTEM_MISSING, null))
                    : Stream.empty());

    private final String sentence;
    private final BiFunction<Learning, Boolean, Stream<LooseEnd>> looseEnds;

    ClosingCondition(String sentence, BiFunction<Learning, Boolean, Stream<LooseEnd>> looseEnds) {
        this.sentence = sentence;
        this.looseEnds = looseEnds;
    }

    public String sentence() {
        return sentence;
    }

    /** @param demanding whether the incident was bad enough for a whole analysis */
    List<LooseEnd> looseEnds(Learning learning, boolean demanding) {
        return looseEnds.apply(learning, demanding).toList();
    }
}
