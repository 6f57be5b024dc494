package dev.andon.command.actionitem;

import dev.andon.command.decision.DecisionModel;
import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.event.ActionItemVoteCast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who stands behind an action item, by the latest vote of each voter. It is agreed once somebody has voted and nobody is
 * below 3; a vote of 0 is a veto and blocks it until the voter changes it, however many others are for it.
 */
public record Consensus(Map<String, Integer> votes) {

    private static final int VETO = 0;
    private static final int AGREES = 3;

    static final Consensus NOBODY = new Consensus(Map.of());

    public Consensus {
        votes = Map.copyOf(votes);
    }

    static DecisionModel<Consensus> on(ActionItemId actionItemId) {
        return DecisionModel.startingWith(NOBODY)
                .on(actionItemId.tag(), ActionItemVoteCast.class, Consensus::after);
    }

    Consensus after(ActionItemVoteCast vote) {
        var next = new HashMap<>(votes);
        next.put(vote.voter(), vote.score());
        return new Consensus(next);
    }

    /** Those whose vote is a veto, by name. */
    public List<String> vetoers() {
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() == VETO)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    public boolean isAgreed() {
        return !votes.isEmpty() && votes.values().stream().allMatch(score -> score >= AGREES);
    }
}
