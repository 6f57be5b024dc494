package dev.andon.query.fivewhys;

import dev.andon.apidocs.CommonHeaders;
import dev.andon.apidocs.ProblemTypes;
import dev.andon.kernel.Actor;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.WhyAnswered;
import dev.andon.query.followup.FiveWhys;
import dev.andon.query.http.Format;
import dev.andon.query.http.PathVariables;
import dev.andon.query.http.Question;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.IncidentHistories;
import dev.andon.query.timeline.IncidentHistory;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The five whys of one incident. Answers cite findings, so this is told from the whole timeline. */
@RestController
public final class FiveWhysController {

    public static final List<Question> QUESTIONS = List.of(
            new Question(
                    "/api/v1/incidents/{incidentId}/five-whys", "fiveWhys", "Questions: Incidents",
                    "The root-cause analysis of one incident",
                    "Who answers for it, the whys as a tree, and the root causes.",
                    RootCauseAnalysis.class, List.of(Format.JSON), List.of(Question.Named.INCIDENT),
                    Viewpoints.PARAMETERS, List.of(CommonHeaders.ETAG)),
            new Question(
                    "/api/v1/incidents/{incidentId}/five-whys/answers/{answerId}", "answer", "Questions: Incidents",
                    "One answer of the five whys",
                    "With the findings that it rests on, the root causes found beneath it, and the whys that it raised. "
                            + "One that was struck out is still there, and says so in `retracted`.",
                    AnsweredWhy.class, List.of(Format.JSON),
                    List.of(
                            Question.Named.INCIDENT,
                            new Question.Named("answerId", AnswerId.class, "W-4H1T", ProblemTypes.ANSWER_NOT_FOUND)),
                    Viewpoints.PARAMETERS, List.of(CommonHeaders.ETAG)));

    private final IncidentHistories histories;

    /**
     * The five whys of one incident.
     *
     * @param fiveWhys the whys, as a tree
     */
    record RootCauseAnalysis(
            IncidentId incidentId, long position, FiveWhys fiveWhys, List<FiveWhys.RootCause> rootCauses) {}

    /**
     * One answer of the five whys.
     *
     * @param under the answer that raised the question; absent at the top
     * @param by who answered
     * @param corrected what was put right, oldest first; absent if nothing was
     * @param retracted why it was struck out; absent if it holds
     */
    record AnsweredWhy(
            IncidentId incidentId,
            long position,
            FiveWhys.Why why,
            @Nullable AnswerId under,
            Instant occurredAt,
            Actor by,
            @Nullable List<TimelineEntry.Correction> corrected,
            TimelineEntry.@Nullable Retraction retracted) {

        static AnsweredWhy of(TimelineEntry<WhyAnswered> entry, IncidentHistory history) {
            return new AnsweredWhy(
                    history.incidentId(), history.viewpoint().position(), FiveWhys.why(entry, history.timeline()),
                    entry.event().under(), entry.occurredAt(), entry.actor(),
                    entry.corrections().isEmpty() ? null : entry.corrections(), entry.retraction());
        }
    }

    public FiveWhysController(ReadModel<Entry> entries, Viewpoints viewpoints) {
        this.histories = new IncidentHistories(entries, viewpoints);
    }

    @GetMapping("/api/v1/incidents/{incidentId}/five-whys")
    Mono<ResponseEntity<byte[]>> fiveWhys(@PathVariable String incidentId, ServerWebExchange exchange) {
        return histories.answered(incidentId, exchange, FiveWhysController::analysis);
    }

    @GetMapping("/api/v1/incidents/{incidentId}/five-whys/answers/{answerId}")
    Mono<ResponseEntity<byte[]>> answer(
            @PathVariable String incidentId, @PathVariable String answerId, ServerWebExchange exchange) {
        AnswerId id = PathVariables.answer(answerId);
        return histories.answered(incidentId, exchange, history -> AnsweredWhy.of(
                history.beginning(WhyAnswered.class, why -> why.answerId().equals(id), "answer", id), history));
    }

    private static RootCauseAnalysis analysis(IncidentHistory history) {
        var timeline = history.timeline();
        return new RootCauseAnalysis(
                history.incidentId(), history.viewpoint().position(), FiveWhys.in(timeline),
                FiveWhys.RootCause.in(timeline));
    }
}
