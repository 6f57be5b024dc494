package dev.andon.command.operations;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.ReadinessAnswer;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.command.SignOffReadinessCheck;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.ReadinessCheckSignedOff;
import dev.andon.kernel.event.ReadinessItemAnswered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A readiness check is signed off once, when every item is answered. Not every answer has to be yes: what is not ready is
 * part of what is signed.
 */
public final class SigningOffAReadinessCheck
        implements
            Rule<SignOffReadinessCheck, SigningOffAReadinessCheck.Known> {

    /**
     * What the decision depends on.
     *
     * @param answers the latest of each item
     */
    public record Known(ReadinessLife check, Map<Integer, ReadinessAnswer> answers) {

        private List<Integer> items(Predicate<@Nullable ReadinessAnswer> answered) {
            return IntStream.rangeClosed(1, check.items())
                    .filter(item -> answered.test(answers.get(item)))
                    .boxed()
                    .toList();
        }
    }

    @Override
    public Class<SignOffReadinessCheck> command() {
        return SignOffReadinessCheck.class;
    }

    @Override
    public DecisionModel<Known> knowledgeFor(SignOffReadinessCheck command) {
        return ReadinessLife.of(command.readinessCheckId()).and(answersTo(command.readinessCheckId()), Known::new);
    }

    private static DecisionModel<Map<Integer, ReadinessAnswer>> answersTo(ReadinessCheckId readinessCheckId) {
        return DecisionModel.startingWith(Map.<Integer, ReadinessAnswer>of())
                .on(readinessCheckId.tag(), ReadinessItemAnswered.class, (answers, answered) -> {
                    var next = new HashMap<>(answers);
                    next.put(answered.item(), answered.answer());
                    return Map.copyOf(next);
                });
    }

    @Override
    public List<Event> decide(SignOffReadinessCheck command, Known known, Circumstances circumstances) {
        known.check().requireNotSignedOff();
        List<Integer> unanswered = known.items(Objects::isNull);
        if (!unanswered.isEmpty()) {
            throw new Refused(
                    Refusal.READINESS_ITEMS_UNANSWERED,
                    "%d of %d items of %s have no answer".formatted(
                            unanswered.size(), known.check().items(), command.readinessCheckId()),
                    Map.of("readinessCheckId", command.readinessCheckId(), "unanswered", unanswered));
        }
        return List.of(new ReadinessCheckSignedOff(
                command.readinessCheckId(),
                circumstances.actor().id(),
                known.items(ReadinessAnswer.NO::equals),
                command.statement(),
                circumstances.now()));
    }
}
