package dev.andon.query.readmodel;

import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.SegmentProgress.Claim;
import dev.andon.eventstore.SegmentProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Which of several processes works on a version of a projection, whatever its generation. This only saves work: a process that does not notice that
 * it has lost its claim writes documents that the new owner writes as well, byte for byte, and the store keeps the newer.
 */
public sealed interface ProjectionClaims {

    /** Takes or prolongs the claim; false if another process holds it. */
    Mono<Boolean> claim(ModelVersion version);

    /** Lets others have it at once. */
    Mono<Void> release(ModelVersion version);

    /** Forgets a claim that this process holds on a version that is no more. */
    Mono<Void> forget(ModelVersion version);

    /** How often a claim is to be prolonged, and how often those who have none should ask again. */
    Duration renewal();

    /** Where there is one process only. */
    static ProjectionClaims alwaysGranted() {
        return new AlwaysGranted();
    }

    /**
     * Where several processes share one store.
     *
     * @param owner names this process; no other one may use the name
     * @param lease how long after its last sign of life a process loses its claims
     */
    static ProjectionClaims shared(SegmentClaims claims, String owner, InstantSource clock, Duration lease) {
        return new Shared(claims, owner, clock, lease);
    }

    /** @see #alwaysGranted */
    record AlwaysGranted() implements ProjectionClaims {

        @Override
        public Mono<Boolean> claim(ModelVersion version) {
            return Mono.just(true);
        }

        @Override
        public Mono<Void> release(ModelVersion version) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> forget(ModelVersion version) {
            return Mono.empty();
        }

        @Override
        public Duration renewal() {
            return Duration.ofMinutes(1);
        }
    }

    /** @see #shared */
    record Shared(SegmentClaims claims, String owner, InstantSource clock, Duration lease)
            implements
                ProjectionClaims {

        private static final int WHOLE = 0;

        @Override
        public Mono<Boolean> claim(ModelVersion version) {
            Mono<SegmentProgress> claimed = Mono.defer(() -> {
                Instant now = clock.instant();
                return claims.claim(version.claimed(), WHOLE, new Claim(owner, now.plus(lease)), now);
            });
            Mono<SegmentProgress> created = Mono.defer(() -> claims
                    .add(version.claimed(), List.of(SegmentProgress.unclaimed(WHOLE, 0, "")))
                    .filter(Boolean::booleanValue).flatMap(_ -> claimed));
            return claimed.switchIfEmpty(created).hasElement();
        }

        @Override
        public Mono<Void> release(ModelVersion version) {
            return claims.release(version.claimed(), WHOLE, owner).then();
        }

        @Override
        public Mono<Void> forget(ModelVersion version) {
            return claims.replace(version.claimed(), owner, Set.of(WHOLE), List.of()).then();
        }

        @Override
        public Duration renewal() {
            return lease.dividedBy(3);
        }
    }
}
