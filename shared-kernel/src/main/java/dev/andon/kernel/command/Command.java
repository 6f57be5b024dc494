package dev.andon.kernel.command;

/**
 * What somebody asks Andon to record. Components that are {@code @Nullable}, and lists and maps that may be empty, are
 * optional; every other one must be given.
 */
public sealed interface Command
        permits DeclareIncident, PressPanicButton, ChangeSeverity, AssignRole, ReleaseRole, AddFinding,
        AssessHypothesis, CorrectEntry,
        RetractEntry, PinEntry, UnpinEntry, RecordImpact, RegisterChange, StartRollback, CompleteRollback,
        ReapplyChange, ApplyMitigation, PublishRunbook, ReviseRunbook, ExecuteRunbookStep, RecordCheckIn,
        PostStakeholderUpdate, MitigateIncident, ResolveIncident, ReopenIncident, CloseIncident, MarkFalseAlarm,
        MergeIncident, AssignFiveWhysOwner, AnswerWhy, IdentifyRootCause, CompleteFiveWhys, ProposeActionItem,
        VoteOnActionItem, AssignActionItem, CompleteActionItem, CancelActionItem, AddRetrospectiveNote,
        OpenProblem, LinkIncidentToProblem, DocumentWorkaround, FixProblem, VerifyFix, SchedulePostmortem,
        WritePostmortemSection, PublishPostmortem, WaivePostmortem, HoldOperationsReview, OpenReadinessCheck,
        AnswerReadinessItem, SignOffReadinessCheck, SchedulePlannedEvent, RegisterService,
        CreateApiKey, RevokeApiKey {}
