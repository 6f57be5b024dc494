package dev.andon.eventstore;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Recomputes what every commit claims, from what is stored, in one pass and constant memory; a log that only its own
 * writer has ever checked is a log that nobody has.
 *
 * <p>Nothing of it is a matter of probability. Most conditions are known to have held without looking back; the others are
 * looked up in the log, which is to say that a conflict is found if the log's index finds it. Ids that may occur twice are
 * found by their fingerprints, and then compared by themselves in a second pass. Of a log with more than
 * {@value SeenIds#MAX_SUSPECTS} repeated ids one is named, but it may not be the first.
 */
public final class LogVerifier {

    private final EventLog log;
    private final @Nullable Bookmark knownHead;
    private final Progress progress;

    /** Is told of each commit that was checked, in the thread that checks. */
    @FunctionalInterface
    public interface Progress {
        void reached(long position, long end);
    }

    private LogVerifier(EventLog log, @Nullable Bookmark knownHead, Progress progress) {
        this.log = log;
        this.knownHead = knownHead;
        this.progress = progress;
    }

    public static LogVerifier of(EventLog log) {
        return new LogVerifier(log, null, (_, _) -> {});
    }

    /** Reads the log as far as it goes now. Ends with the first fault; fails only if the log cannot be read at all. */
    public static Mono<Verification> verify(EventLog log) {
        return of(log).verify();
    }

    /** Demands that the log still contains what ended with this. */
    public LogVerifier containing(Bookmark head) {
        return new LogVerifier(log, head, progress);
    }

    public LogVerifier reportingTo(Progress listener) {
        return new LogVerifier(log, knownHead, listener);
    }

    /** Like {@link #verify(EventLog)}. */
    public Mono<Verification> verify() {
        return end().flatMap(end -> Mono.using(() -> new VerifyingPass(log, end, knownHead, progress),
                pass -> verification(pass), VerifyingPass::close));
    }

    /** A last commit that is damaged is a fault like any other: what stands before it can still be checked. */
    private Mono<Optional<Head>> end() {
        return log.head().map(Optional::of).onErrorReturn(CorruptCommitException.class, Optional.empty());
    }

    private Mono<Verification> verification(VerifyingPass pass) {
        return log.readStored()
                .concatMap(pass::check)
                .next()
                .onErrorResume(CorruptCommitException.class, damaged -> Mono.just(pass.faultOf(damaged)))
                .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(pass.atTheEnd())))
                .singleOptional()
                .flatMap(fault -> pass.repeatedId().singleOptional().map(repeated -> first(fault, repeated)))
                .map(pass::verification);
    }

    @SafeVarargs
    private static Optional<Verification.Fault> first(Optional<Verification.Fault>... faults) {
        return Stream.of(faults).flatMap(Optional::stream)
                .min(Comparator.comparingLong(Verification.Fault::position));
    }
}
