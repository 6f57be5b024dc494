package dev.andon.kernel.command;

/** What somebody asks Andon to record. Optional components are {@code @Nullable}; every other one must be given. */
public sealed interface Command
        permits DeclareIncident, ChangeSeverity, AssignRole, AddFinding, AssessHypothesis, CorrectEntry,
        RetractEntry, RecordImpact, RegisterChange, StartRollback, CompleteRollback, ReapplyChange,
        ApplyMitigation, PostStakeholderUpdate, MitigateIncident, ResolveIncident, ReopenIncident,
        AssignFiveWhysOwner, AnswerWhy, IdentifyRootCause, CompleteFiveWhys, ProposeActionItem,
        VoteOnActionItem, AssignActionItem, CompleteActionItem, CancelActionItem, AddRetrospectiveNote,
        OpenProblem, LinkIncidentToProblem, RegisterService {}
