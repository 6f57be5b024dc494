package dev.andon.command.operations;

import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.event.ReadinessCheckOpened;
import dev.andon.kernel.event.ReadinessCheckSignedOff;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a readiness check is there, and whether its answers still count for something.
 *
 * @param items how many it has; 0 if it was never opened
 */
record ReadinessLife(ReadinessCheckId readinessCheckId, int items, Optional<ReadinessCheckSignedOff> signedOff) {

    static DecisionModel<ReadinessLife> of(ReadinessCheckId readinessCheckId) {
        return DecisionModel.startingWith(new ReadinessLife(readinessCheckId, 0, Optional.empty()))
                .on(readinessCheckId.tag(), ReadinessCheckOpened.class, (_, opened) -> new ReadinessLife(
                        readinessCheckId, opened.items().size(), Optional.empty()))
                .on(readinessCheckId.tag(), ReadinessCheckSignedOff.class, (life, signedOff) -> new ReadinessLife(
                        readinessCheckId, life.items(), Optional.of(signedOff)));
    }

    /** Refuses a check that somebody stands for already: an answer that came later would not be what they signed. */
    void requireNotSignedOff() {
        if (items == 0) {
            throw new NotFound("readiness check", readinessCheckId);
        }
        signedOff.ifPresent(earlier -> {
            throw new Refused(
                    Refusal.READINESS_CHECK_SIGNED_OFF,
                    "%s signed %s off at %s".formatted(
                            earlier.signedOffBy(), readinessCheckId, earlier.occurredAt()),
                    Map.of(
                            "readinessCheckId", readinessCheckId,
                            "signedOffBy", earlier.signedOffBy(),
                            "signedOffAt", earlier.occurredAt()));
        });
    }
}
