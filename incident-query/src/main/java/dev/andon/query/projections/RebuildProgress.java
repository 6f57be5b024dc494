package dev.andon.query.projections;

import dev.andon.query.readmodel.ProjectionFailure;
import dev.andon.query.readmodel.ProjectionStatus.Rebuild;
import dev.andon.query.readmodel.ProjectionStatus;
import dev.andon.query.readmodel.VersionState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Documents that are built beside those that answer, from the first event on.
 *
 * @param generation which of them they are
 * @param position the last position that they reflect
 * @param eventsPerSecond how many events were applied in each of the last seconds; absent where another process does the work
 * @param timeLeft how long it takes at this rate until they take over; absent if nobody can tell
 * @param failure the event that they stopped before; absent if they go on
 */
record RebuildProgress(
        int generation,
        long position,
        @Nullable Double eventsPerSecond,
        @Nullable Duration timeLeft,
        @Nullable ProjectionFailure failure) {

    /** By who does it, or else by what is in the store: there it stands from the moment it was asked for. */
    static @Nullable RebuildProgress of(ProjectionStatus status, List<VersionState> kept) {
        Rebuild rebuild = status.rebuild();
        if (rebuild != null) {
            return new RebuildProgress(rebuild.generation(), rebuild.position(), rebuild.eventsPerSecond(),
                    ProjectionProgress.timeLeft(status.head() - rebuild.position(), rebuild.eventsPerSecond()),
                    rebuild.failure());
        }
        return begun(status, kept)
                .map(state -> new RebuildProgress(state.version().generation(), state.position(), null, null,
                        state.failure()))
                .orElse(null);
    }

    private static Optional<VersionState> begun(ProjectionStatus status, List<VersionState> kept) {
        List<VersionState> own = kept.stream()
                .filter(each -> each.version().version() == status.version())
                .toList();
        return own.stream().anyMatch(VersionState::complete)
                ? Optional.of(own.getLast()).filter(newest -> !newest.complete())
                : Optional.empty();
    }
}
