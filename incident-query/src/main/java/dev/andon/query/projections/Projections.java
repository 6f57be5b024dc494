package dev.andon.query.projections;

import dev.andon.query.readmodel.ProjectionStatus.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How all projections are doing.
 *
 * @param position what every answer of this process reflects at least
 * @param head where the log ends, as far as this process knows
 * @param projections each by itself, by name
 */
record Projections(long position, long head, List<ProjectionProgress> projections) {

    Projections {
        projections = List.copyOf(projections);
    }

    /** Whether nothing will change but by what is recorded from now on, or by somebody who mends what has stopped. */
    boolean areAtRest() {
        return projections.stream().allMatch(each -> isAtRest(each.state()) && !goesOn(each.rebuild()));
    }

    private static boolean isAtRest(State state) {
        return switch (state) {
            case FOLLOWING, WATCHING, FAILED, STOPPED -> true;
            case STARTING, BUILDING, RETRYING -> false;
        };
    }

    private static boolean goesOn(@Nullable RebuildProgress rebuild) {
        return rebuild != null && rebuild.failure() == null;
    }
}
