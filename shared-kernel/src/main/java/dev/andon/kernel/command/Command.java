package dev.andon.kernel.command;

/**
 * What somebody asks Andon to record. Components that are {@code @Nullable}, and lists that may be empty, are optional;
 * every other one must be given.
 */
public sealed interface Command
        permits DeclareIncident, ChangeSeverity, AssignRole, AddFinding, AssessHypothesis, CorrectEntry,
        RetractEntry, RecordImpact, RegisterChange, StartRollback, CompleteRollback, ReapplyChange,
        ApplyMitigation, PostStakeholderUpdate, MitigateIncident, ResolveIncident, ReopenIncident,
        AssignFiveWhysOwner, AnswerWhy, IdentifyRootCause, CompleteFiveWhys, ProposeActionItem,
        VoteOnActionItem, AssignActionItem, CompleteActionItem, CancelActionItem, AddRetrospectiveNote,
        OpenProblem, LinkIncidentToProblem, RegisterService,
        CreateApiKey, RevokeApiKey {}
