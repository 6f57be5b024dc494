package dev.andon.query.projections;

import dev.andon.query.readmodel.ModelVersion;
import dev.andon.query.readmodel.ProjectionFailure;
import dev.andon.query.readmodel.ProjectionStatus;
import dev.andon.query.readmodel.VersionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one projection is doing.
 *
 * @param projection its name
 * @param version the version of its documents that this process is made for
 * @param state what this process does about it: `WATCHING` means that another one does the work
 * @param position the last position that the documents of this version reflect
 * @param answersFrom the last position that the documents reflect which answer now
 * @param eventsPerSecond how many events were applied in each of the last seconds; 0 where another process does the work
 * @param timeLeft how long it takes to reach the log's end at this rate; absent if it is there, or nobody can tell
 * @param failure why it does not move on; absent if it does
 * @param rebuild what is built beside the documents that answer; absent if nothing is
 * @param kept all documents there are of it, the oldest first
 */
record ProjectionProgress(
        String projection,
        int version,
        ProjectionStatus.State state,
        long position,
        long answersFrom,
        ProjectionLag lag,
        double eventsPerSecond,
        @Nullable Duration timeLeft,
        @Nullable ProjectionFailure failure,
        @Nullable RebuildProgress rebuild,
        List<KeptDocuments> kept) {

    ProjectionProgress {
        kept = List.copyOf(kept);
    }

    static ProjectionProgress of(ProjectionStatus status, List<VersionState> kept, Instant now) {
        return new ProjectionProgress(
                status.name(), status.version(), status.state(), status.position(), status.answering(),
                new ProjectionLag(status.lag(), timeBehind(status.behindSince(), now)), status.eventsPerSecond(),
                timeLeft(status.lag(), status.eventsPerSecond()), status.failure(),
                RebuildProgress.of(status, kept), kept.stream().map(KeptDocuments::of).toList());
    }

    static @Nullable Duration timeLeft(long events, double eventsPerSecond) {
        return events == 0 || eventsPerSecond == 0
                ? null
                : Duration.ofSeconds((long) Math.ceil(events / eventsPerSecond));
    }

    private static Duration timeBehind(@Nullable Instant since, Instant now) {
        return since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }

    /**
     * What the documents lack.
     *
     * @param events how many events
     * @param time for how long, at least, the first of them has been there
     */
    record ProjectionLag(long events, Duration time) {}

    /**
     * The documents of one version. They were begun again as often as the generation says.
     *
     * @param generation 1 for those that were built when the version came
     * @param position the last position that they reflect
     * @param complete whether they have once reflected the whole log, and so may answer
     * @param failure the event that they stopped before; absent if they go on
     */
    record KeptDocuments(
            int version, int generation, long position, boolean complete, @Nullable ProjectionFailure failure) {

        static KeptDocuments of(VersionState state) {
            ModelVersion version = state.version();
            return new KeptDocuments(version.version(), version.generation(), state.position(), state.complete(),
                    state.failure());
        }
    }
}
