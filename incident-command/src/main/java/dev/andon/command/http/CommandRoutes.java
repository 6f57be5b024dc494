package dev.andon.command.http;

import static dev.andon.command.http.CommandRoute.changing;
import static dev.andon.command.http.CommandRoute.creating;

import dev.andon.kernel.command.AddFinding;
import dev.andon.kernel.command.AddRetrospectiveNote;
import dev.andon.kernel.command.AnswerReadinessItem;
import dev.andon.kernel.command.AnswerWhy;
import dev.andon.kernel.command.ApplyMitigation;
import dev.andon.kernel.command.AssessHypothesis;
import dev.andon.kernel.command.AssignActionItem;
import dev.andon.kernel.command.AssignFiveWhysOwner;
import dev.andon.kernel.command.AssignRole;
import dev.andon.kernel.command.CancelActionItem;
import dev.andon.kernel.command.ChangeSeverity;
import dev.andon.kernel.command.CloseIncident;
import dev.andon.kernel.command.CompleteActionItem;
import dev.andon.kernel.command.CompleteFiveWhys;
import dev.andon.kernel.command.CompleteRollback;
import dev.andon.kernel.command.CorrectEntry;
import dev.andon.kernel.command.CreateApiKey;
import dev.andon.kernel.command.DeclareIncident;
import dev.andon.kernel.command.DocumentWorkaround;
import dev.andon.kernel.command.ExecuteRunbookStep;
import dev.andon.kernel.command.FixProblem;
import dev.andon.kernel.command.HoldOperationsReview;
import dev.andon.kernel.command.IdentifyRootCause;
import dev.andon.kernel.command.LinkIncidentToProblem;
import dev.andon.kernel.command.MarkFalseAlarm;
import dev.andon.kernel.command.MergeIncident;
import dev.andon.kernel.command.MitigateIncident;
import dev.andon.kernel.command.OpenProblem;
import dev.andon.kernel.command.OpenReadinessCheck;
import dev.andon.kernel.command.PinEntry;
import dev.andon.kernel.command.PostStakeholderUpdate;
import dev.andon.kernel.command.ProposeActionItem;
import dev.andon.kernel.command.PublishPostmortem;
import dev.andon.kernel.command.PublishRunbook;
import dev.andon.kernel.command.ReapplyChange;
import dev.andon.kernel.command.RecordCheckIn;
import dev.andon.kernel.command.RecordImpact;
import dev.andon.kernel.command.RegisterChange;
import dev.andon.kernel.command.RegisterService;
import dev.andon.kernel.command.ReleaseRole;
import dev.andon.kernel.command.ReopenIncident;
import dev.andon.kernel.command.ResolveIncident;
import dev.andon.kernel.command.RetractEntry;
import dev.andon.kernel.command.ReviseRunbook;
import dev.andon.kernel.command.RevokeApiKey;
import dev.andon.kernel.command.SchedulePlannedEvent;
import dev.andon.kernel.command.SchedulePostmortem;
import dev.andon.kernel.command.SignOffReadinessCheck;
import dev.andon.kernel.command.StartRollback;
import dev.andon.kernel.command.UnpinEntry;
import dev.andon.kernel.command.VerifyFix;
import dev.andon.kernel.command.VoteOnActionItem;
import dev.andon.kernel.command.WaivePostmortem;
import dev.andon.kernel.command.WritePostmortemSection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/** Every command and where it is posted. The one table that HTTP requests and import lines are looked up in. */
final class CommandRoutes {

    static final String BASE_PATH = "/api/v1";

    static final List<CommandRoute> ALL = List.of(
            creating("/incidents", DeclareIncident.class, "incidentId"),
            changing("/incidents/{incidentId}/severity", ChangeSeverity.class),
            changing("/incidents/{incidentId}/roles", AssignRole.class),
            changing("/incidents/{incidentId}/roles/release", ReleaseRole.class),
            creating("/incidents/{incidentId}/findings", AddFinding.class, "findingId"),
            changing("/incidents/{incidentId}/findings/{findingId}/assessments", AssessHypothesis.class),
            changing("/incidents/{incidentId}/entries/{entryId}/corrections", CorrectEntry.class),
            changing("/incidents/{incidentId}/entries/{entryId}/retraction", RetractEntry.class),
            changing("/incidents/{incidentId}/entries/{entryId}/pin", PinEntry.class),
            changing("/incidents/{incidentId}/entries/{entryId}/unpin", UnpinEntry.class),
            changing("/incidents/{incidentId}/impacts", RecordImpact.class),
            creating("/incidents/{incidentId}/rollbacks", StartRollback.class, "rollbackId"),
            changing("/incidents/{incidentId}/rollbacks/{rollbackId}/outcome", CompleteRollback.class),
            changing("/incidents/{incidentId}/rollbacks/{rollbackId}/reapplication", ReapplyChange.class),
            changing("/incidents/{incidentId}/mitigations", ApplyMitigation.class),
            changing("/incidents/{incidentId}/runbook-steps", ExecuteRunbookStep.class).telling("version"),
            changing("/incidents/{incidentId}/check-ins", RecordCheckIn.class),
            changing("/incidents/{incidentId}/updates", PostStakeholderUpdate.class),
            changing("/incidents/{incidentId}/mitigated", MitigateIncident.class),
            changing("/incidents/{incidentId}/resolution", ResolveIncident.class),
            changing("/incidents/{incidentId}/reopening", ReopenIncident.class),
            changing("/incidents/{incidentId}/closure", CloseIncident.class).telling("leftOpen"),
            changing("/incidents/{incidentId}/false-alarm", MarkFalseAlarm.class),
            changing("/incidents/{incidentId}/merge", MergeIncident.class).telling("into"),
            changing("/incidents/{incidentId}/five-whys/owner", AssignFiveWhysOwner.class),
            creating("/incidents/{incidentId}/five-whys/answers", AnswerWhy.class, "answerId"),
            changing("/incidents/{incidentId}/five-whys/root-causes", IdentifyRootCause.class),
            changing("/incidents/{incidentId}/five-whys/completion", CompleteFiveWhys.class),
            creating(
                    "/incidents/{incidentId}/action-items",
                    ProposeActionItem.class,
                    "actionItemId",
                    "/action-items/{actionItemId}"),
            changing("/action-items/{actionItemId}/votes", VoteOnActionItem.class),
            changing("/action-items/{actionItemId}/assignment", AssignActionItem.class),
            changing("/action-items/{actionItemId}/completion", CompleteActionItem.class),
            changing("/action-items/{actionItemId}/cancellation", CancelActionItem.class),
            changing("/incidents/{incidentId}/retrospective/notes", AddRetrospectiveNote.class),
            creating("/problems", OpenProblem.class, "problemId"),
            changing("/problems/{problemId}/incidents", LinkIncidentToProblem.class),
            changing("/problems/{problemId}/workaround", DocumentWorkaround.class),
            changing("/problems/{problemId}/fix", FixProblem.class),
            changing("/problems/{problemId}/verification", VerifyFix.class),
            changing("/incidents/{incidentId}/postmortem/schedule", SchedulePostmortem.class),
            changing("/incidents/{incidentId}/postmortem/sections/{section}", WritePostmortemSection.class)
                    .telling("version"),
            changing("/incidents/{incidentId}/postmortem/publication", PublishPostmortem.class).telling("edition"),
            changing("/incidents/{incidentId}/postmortem/waiver", WaivePostmortem.class),
            creating("/changes", RegisterChange.class, "changeId"),
            creating("/services", RegisterService.class, "name"),
            creating("/runbooks", PublishRunbook.class, "runbookId").telling("version"),
            changing("/runbooks/{runbookId}/versions", ReviseRunbook.class).telling("version"),
            changing("/check-ins", RecordCheckIn.class).telling("service"),
            creating("/operations-reviews", HoldOperationsReview.class, "operationsReviewId"),
            creating("/readiness-checks", OpenReadinessCheck.class, "readinessCheckId"),
            changing("/readiness-checks/{readinessCheckId}/answers", AnswerReadinessItem.class),
            changing("/readiness-checks/{readinessCheckId}/sign-off", SignOffReadinessCheck.class)
                    .telling("notReady"),
            creating("/planned-events", SchedulePlannedEvent.class, "plannedEventId"),
            creating("/api-keys", CreateApiKey.class, "apiKeyId"),
            changing("/api-keys/{apiKeyId}/revocation", RevokeApiKey.class));

    private CommandRoutes() {}

    /**
     * A route that a path leads to.
     *
     * @param variables what the path says, by component
     */
    record Match(CommandRoute route, Map<String, String> variables) {}

    /** @param path without the base path */
    static Optional<Match> match(String path) {
        PathContainer container;
        try {
            container = PathContainer.parsePath(path);
        } catch (IllegalArgumentException badlyEncoded) {
            return Optional.empty();
        }
        for (CommandRoute route : ALL) {
            PathPattern.PathMatchInfo match = route.path().matchAndExtract(container);
            if (match != null) {
                return Optional.of(new Match(route, match.getUriVariables()));
            }
        }
        return Optional.empty();
    }
}
