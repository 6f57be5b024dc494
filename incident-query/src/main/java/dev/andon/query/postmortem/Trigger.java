package dev.andon.query.postmortem;

import dev.andon.kernel.RollbackOutcome;
import dev.andon.kernel.Verdict;
import dev.andon.query.followup.RollbackAccount;
import java.util.List;
import java.util.stream.Stream;

/**
 * What set it off, as far as anybody has shown: a suspicion that was confirmed, or a registered change whose rollback worked.
 * That something happened shortly before shows nothing.
 */
final class Trigger {

    private Trigger() {}

    static List<Statement> among(List<Hypothesis> hypotheses, List<RollbackAccount> rollbacks) {
        return Stream.concat(
                hypotheses.stream()
                        .filter(hypothesis -> hypothesis.verdict() == Verdict.CONFIRMED)
                        .map(hypothesis -> new Statement(
                                "%s (%s, confirmed: %s)".formatted(
                                        hypothesis.text(), hypothesis.findingId(), hypothesis.reason()),
                                hypothesis.entryIds())),
                rollbacks.stream()
                        .filter(rollback -> rollback.changeId() != null
                                && rollback.outcome() == RollbackOutcome.EFFECTIVE)
                        .map(rollback -> new Statement(
                                "%s %s (%s): rolling it back worked. %s".formatted(
                                        rollback.change().service(), rollback.change().version(), rollback.changeId(),
                                        rollback.change().description()),
                                rollback.entryIds())))
                .toList();
    }
}
