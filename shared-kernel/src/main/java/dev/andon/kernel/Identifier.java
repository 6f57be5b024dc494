package dev.andon.kernel;

import com.fasterxml.jackson.annotation.JsonValue;

/** The name of a thing, short enough to say in chat. */
public sealed interface Identifier
        permits IncidentId, ProblemId, ChangeId, ActionItemId, FindingId, RollbackId, AnswerId, RunbookId,
        OperationsReviewId, ReadinessCheckId, PlannedEventId, ApiKeyId {

    @JsonValue
    String value();

    /** What events about this thing are found by. */
    Tag tag();
}
