package dev.andon.command.fivewhys;

import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.WhyAnswered;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of some answers are there in one incident, read without the others. */
final class KnownAnswers {

    private KnownAnswers() {}

    static DecisionModel<Set<AnswerId>> of(IncidentId incidentId, @Nullable AnswerId... answerIds) {
        var model = DecisionModel.startingWith(Set.<AnswerId>of());
        for (AnswerId answerId : answerIds) {
            if (answerId != null) {
                model = model.on(Tag.of(incidentId, answerId), WhyAnswered.class, KnownAnswers::with);
            }
        }
        return model;
    }

    private static Set<AnswerId> with(Set<AnswerId> known, WhyAnswered answered) {
        return Stream.concat(known.stream(), Stream.of(answered.answerId())).collect(Collectors.toUnmodifiableSet());
    }

    /** Refuses to dig into an answer that this incident does not have. */
    static void requireAnswer(IncidentId incidentId, @Nullable AnswerId under, Set<AnswerId> known) {
        if (under != null && !known.contains(under)) {
            throw new Refused(
                    Refusal.ANSWER_NOT_IN_INCIDENT,
                    "%s has no answer %s".formatted(incidentId, under),
                    Map.of("incidentId", incidentId, "under", under));
        }
    }
}
