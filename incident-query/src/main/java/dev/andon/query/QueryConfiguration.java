package dev.andon.query;

import dev.andon.access.AccessConfiguration;
import dev.andon.apidocs.ApiDocsConfiguration;
import dev.andon.apidocs.Part;
import dev.andon.eventstore.EventStore;
import dev.andon.monitoring.MonitoringConfiguration;
import dev.andon.query.actionitems.ActionItemController;
import dev.andon.query.apikeys.ApiKey;
import dev.andon.query.apikeys.ApiKeyController;
import dev.andon.query.apikeys.ApiKeysProjection;
import dev.andon.query.audit.AuditController;
import dev.andon.query.audit.JournalController;
import dev.andon.query.catchup.CatchUpController;
import dev.andon.query.changes.ChangeController;
import dev.andon.query.chronicles.Chronicles;
import dev.andon.query.chronicles.ChroniclesProjection;
import dev.andon.query.deadair.DeadAirController;
import dev.andon.query.document.DocumentWriter;
import dev.andon.query.document.Templates;
import dev.andon.query.findings.FindingController;
import dev.andon.query.fivewhys.FiveWhysController;
import dev.andon.query.followup.FollowUpProjection;
import dev.andon.query.followup.FollowUps;
import dev.andon.query.http.QuestionErrors;
import dev.andon.query.http.Viewpoints;
import dev.andon.query.incidents.IncidentController;
import dev.andon.query.incidents.IncidentDocument;
import dev.andon.query.incidents.Incidents;
import dev.andon.query.incidents.IncidentsProjection;
import dev.andon.query.lookback.LookBackController;
import dev.andon.query.monitoring.QueryMonitoring;
import dev.andon.query.morningreview.MorningReviewController;
import dev.andon.query.operationsreviews.OperationsReviewController;
import dev.andon.query.panic.PanicController;
import dev.andon.query.plannedevents.PlannedEventController;
import dev.andon.query.postmortem.PostmortemController;
import dev.andon.query.postmortem.PostmortemDocument;
import dev.andon.query.projections.ProjectionsController;
import dev.andon.query.readiness.ReadinessController;
import dev.andon.query.readinesschecks.ReadinessCheckController;
import dev.andon.query.readmodel.ProjectionClaims;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.ReadModels;
import dev.andon.query.recurringproblems.ProblemController;
import dev.andon.query.recurringproblems.ProblemDocument;
import dev.andon.query.recurringproblems.ProblemLedger;
import dev.andon.query.recurringproblems.ProblemsProjection;
import dev.andon.query.recurringproblems.RecurringProblemsController;
import dev.andon.query.replay.ReplayController;
import dev.andon.query.rollbacks.RollbackController;
import dev.andon.query.rollbacks.RollbackReportController;
import dev.andon.query.runbooks.RunbookController;
import dev.andon.query.servicelevels.ServiceLevelController;
import dev.andon.query.services.ServiceController;
import dev.andon.query.similar.Fingerprints;
import dev.andon.query.similar.FingerprintsProjection;
import dev.andon.query.similar.SimilarController;
import dev.andon.query.successreview.SuccessReviewController;
import dev.andon.query.successreview.SuccessReviewDocument;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.TimelineController;
import dev.andon.query.timeline.TimelineProjection;
import dev.andon.query.timeline.WholeTimelineController;
import dev.andon.query.timeline.live.LiveTimeline;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Every question on top of an {@link EventStore} and a {@link ReadModelStore}. Several processes that share both also need
 * {@link ProjectionClaims}, or each would do the work of all.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    QuestionErrors.class,
    IncidentController.class,
    TimelineController.class,
    WholeTimelineController.class,
    ReplayController.class,
    CatchUpController.class,
    SimilarController.class,
    PostmortemController.class,
    SuccessReviewController.class,
    FindingController.class,
    RollbackController.class,
    FiveWhysController.class,
    ActionItemController.class,
    PanicController.class,
    ProblemController.class,
    RecurringProblemsController.class,
    ServiceController.class,
    ChangeController.class,
    RunbookController.class,
    PlannedEventController.class,
    ReadinessCheckController.class,
    OperationsReviewController.class,
    MorningReviewController.class,
    ReadinessController.class,
    ServiceLevelController.class,
    LookBackController.class,
    DeadAirController.class,
    RollbackReportController.class,
    AuditController.class,
    JournalController.class,
    ProjectionsController.class,
    ApiKeyController.class,
    AccessConfiguration.class,
    MonitoringConfiguration.class,
    QueryMonitoring.class,
    ApiDocsConfiguration.class})
public class QueryConfiguration {

    @Bean
    ReadModels readModels(EventStore events, ReadModelStore store, ObjectProvider<ProjectionClaims> claims) {
        return new ReadModels(events, store, claims.getIfAvailable(ProjectionClaims::alwaysGranted));
    }

    @Bean
    ReadModel<Entry> timelineModel(ReadModels models) {
        return models.follow(new TimelineProjection());
    }

    @Bean
    ReadModel<IncidentDocument> incidentsModel(ReadModels models) {
        return models.follow(new IncidentsProjection());
    }

    @Bean
    Incidents incidents(ReadModel<IncidentDocument> incidentsModel) {
        return new Incidents(incidentsModel);
    }

    @Bean
    ReadModel<ProblemDocument> problemsModel(ReadModels models) {
        return models.follow(new ProblemsProjection());
    }

    @Bean
    ProblemLedger problemLedger(ReadModel<ProblemDocument> problemsModel, Incidents incidents) {
        return new ProblemLedger(problemsModel, incidents);
    }

    @Bean
    Chronicles chronicles(ReadModels models) {
        return new Chronicles(models.follow(new ChroniclesProjection()));
    }

    @Bean
    FollowUps followUps(ReadModels models) {
        return new FollowUps(models.follow(new FollowUpProjection()));
    }

    @Bean
    ReadModel<ApiKey> apiKeysModel(ReadModels models) {
        return models.follow(new ApiKeysProjection());
    }

    @Bean
    Fingerprints fingerprints(ReadModels models) {
        return new Fingerprints(models.follow(new FingerprintsProjection()));
    }

    @Bean
    Viewpoints viewpoints(EventStore events) {
        return new Viewpoints(events, Clock.systemUTC());
    }

    /** A template that cannot make a document stops the start, and not whoever needs the document on a bad day. */
    @Bean
    DocumentWriter documentWriter(@Value("${andon.postmortem.templates:}") String directory) {
        var templates = Templates.of(
                List.of(PostmortemDocument.TEMPLATE, SuccessReviewDocument.TEMPLATE),
                directory.isBlank() ? null : Path.of(directory));
        return new DocumentWriter(templates).tried(PostmortemDocument.examples())
                .tried(SuccessReviewDocument.examples());
    }

    @Bean
    LiveTimeline liveTimeline(
            EventStore events,
            @Value("${andon.live.heartbeat:15s}") Duration heartbeat,
            @Value("${andon.live.patience:30s}") Duration patience) {
        return new LiveTimeline(events, heartbeat, patience);
    }

    @Bean
    Part queryPart() {
        return new QueryPart();
    }
}
