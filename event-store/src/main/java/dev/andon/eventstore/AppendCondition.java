package dev.andon.eventstore;

/**
 * What an append depends on: no event that matches the criteria may stand at a position greater than {@code after}.
 *
 * @param after the last position the caller has seen; 0 if none
 */
public record AppendCondition(Criteria criteria, long after) {

    private static final AppendCondition NONE = new AppendCondition(Criteria.nothing(), 0);

    /** Appends whatever happened meanwhile. */
    public static AppendCondition none() {
        return NONE;
    }
}
