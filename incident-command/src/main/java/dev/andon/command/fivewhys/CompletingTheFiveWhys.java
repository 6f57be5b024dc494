package dev.andon.command.fivewhys;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.Tag;
import dev.andon.kernel.command.CompleteFiveWhys;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FiveWhysCompleted;
import dev.andon.kernel.event.FiveWhysOwnerAssigned;
import dev.andon.kernel.event.RootCauseIdentified;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The five whys are complete once somebody answers for them and they name a root cause that still stands. */
public final class CompletingTheFiveWhys implements Rule<CompleteFiveWhys, CompletingTheFiveWhys.Known> {

    /** What the decision depends on. */
    public record Known(FiveWhysLife fiveWhys, boolean hasOwner, boolean hasRootCause) {}

    private record Owned(FiveWhysLife fiveWhys, boolean hasOwner) {}

    @Override
    public Class<CompleteFiveWhys> command() {
        return CompleteFiveWhys.class;
    }

    @Override
    public Knowledge<Known> knowledgeFor(CompleteFiveWhys command) {
        Set<Tag> incident = Tag.of(command.incidentId());
        return FiveWhysLife.of(command.incidentId())
                .and(DecisionModel.whether(incident, FiveWhysOwnerAssigned.class), Owned::new)
                .alongside(
                        DecisionModel.whetherStands(command.incidentId(), incident, RootCauseIdentified.class),
                        (owned, explained) -> new Known(owned.fiveWhys(), owned.hasOwner(), explained));
    }

    @Override
    public List<Event> decide(CompleteFiveWhys command, Known known, Circumstances circumstances) {
        known.fiveWhys().requireGoesOn();
        if (!known.hasOwner()) {
            throw notYet(command, Refusal.FIVE_WHYS_WITHOUT_OWNER, "has nobody who answers for its five whys");
        }
        if (!known.hasRootCause()) {
            throw notYet(command, Refusal.FIVE_WHYS_WITHOUT_ROOT_CAUSE, "has no root cause");
        }
        return List.of(new FiveWhysCompleted(command.incidentId(), command.summary(), circumstances.now()));
    }

    private static Refused notYet(CompleteFiveWhys command, Refusal refusal, String missing) {
        return new Refused(
                refusal,
                "%s %s".formatted(command.incidentId(), missing),
                Map.of("incidentId", command.incidentId(), "fiveWhys", "UNDER_WAY"));
    }
}
