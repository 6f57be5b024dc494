package dev.andon.query;

import dev.andon.apidocs.Operation;
import dev.andon.apidocs.Part;
import dev.andon.apidocs.Schemas;
import dev.andon.query.actionitems.ActionItemController;
import dev.andon.query.apikeys.ApiKeyController;
import dev.andon.query.audit.AuditController;
import dev.andon.query.audit.JournalController;
import dev.andon.query.catchup.CatchUpController;
import dev.andon.query.changes.ChangeController;
import dev.andon.query.deadair.DeadAirController;
import dev.andon.query.findings.FindingController;
import dev.andon.query.fivewhys.FiveWhysController;
import dev.andon.query.http.Question;
import dev.andon.query.incidents.IncidentController;
import dev.andon.query.lookback.LookBackController;
import dev.andon.query.morningreview.MorningReviewController;
import dev.andon.query.operationsreviews.OperationsReviewController;
import dev.andon.query.panic.PanicController;
import dev.andon.query.plannedevents.PlannedEventController;
import dev.andon.query.postmortem.PostmortemController;
import dev.andon.query.projections.ProjectionsController;
import dev.andon.query.readiness.ReadinessController;
import dev.andon.query.readinesschecks.ReadinessCheckController;
import dev.andon.query.recurringproblems.ProblemController;
import dev.andon.query.recurringproblems.RecurringProblemsController;
import dev.andon.query.replay.ReplayController;
import dev.andon.query.rollbacks.RollbackController;
import dev.andon.query.rollbacks.RollbackReportController;
import dev.andon.query.runbooks.RunbookController;
import dev.andon.query.servicelevels.ServiceLevelController;
import dev.andon.query.services.ServiceController;
import dev.andon.query.similar.SimilarController;
import dev.andon.query.successreview.SuccessReviewController;
import dev.andon.query.timeline.TimelineController;
import dev.andon.query.timeline.WholeTimelineController;
import java.util.List;
import java.util.stream.Stream;

/** All that can be asked. */
final class QueryPart implements Part {

    private static final List<Question> QUESTIONS = Stream.of(
            IncidentController.QUESTIONS,
            TimelineController.QUESTIONS,
            WholeTimelineController.QUESTIONS,
            ReplayController.QUESTIONS,
            CatchUpController.QUESTIONS,
            SimilarController.QUESTIONS,
            PostmortemController.QUESTIONS,
            SuccessReviewController.QUESTIONS,
            FindingController.QUESTIONS,
            RollbackController.QUESTIONS,
            FiveWhysController.QUESTIONS,
            ActionItemController.QUESTIONS,
            PanicController.QUESTIONS,
            ProblemController.QUESTIONS,
            RecurringProblemsController.QUESTIONS,
            ServiceController.QUESTIONS,
            ChangeController.QUESTIONS,
            RunbookController.QUESTIONS,
            PlannedEventController.QUESTIONS,
            ReadinessCheckController.QUESTIONS,
            OperationsReviewController.QUESTIONS,
            MorningReviewController.QUESTIONS,
            ReadinessController.QUESTIONS,
            ServiceLevelController.QUESTIONS,
            LookBackController.QUESTIONS,
            DeadAirController.QUESTIONS,
            RollbackReportController.QUESTIONS,
            AuditController.QUESTIONS,
            JournalController.QUESTIONS,
            ProjectionsController.QUESTIONS,
            ApiKeyController.QUESTIONS)
            .flatMap(List::stream)
            .toList();

    @Override
    public List<Tag> tags() {
        return QUESTIONS.stream()
                .map(Question::tag)
                .distinct()
                .map(tag -> new Tag(tag, "What is asked."))
                .toList();
    }

    @Override
    public List<Operation> operations(Schemas schemas) {
        return Stream.concat(
                QUESTIONS.stream().map(question -> question.operation(schemas)),
                ProjectionsController.orders(schemas).stream())
                .toList();
    }
}
