package dev.andon.eventstore;

/** An event that the append depended on was recorded meanwhile. Nothing was stored: source again, decide again. */
public final class ConditionNotMetException extends RuntimeException {

    private final long conflictingPosition;

    public ConditionNotMetException(AppendCondition condition, long conflictingPosition) {
        super("Position %d holds an event that the append, decided at position %d, depends on"
                .formatted(conflictingPosition, condition.after()));
        this.conflictingPosition = conflictingPosition;
    }

    public long conflictingPosition() {
        return conflictingPosition;
    }
}
