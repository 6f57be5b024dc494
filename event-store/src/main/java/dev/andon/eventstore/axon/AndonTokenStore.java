package dev.andon.eventstore.axon;

import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.SegmentProgress.Claim;
import dev.andon.eventstore.SegmentProgress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Axon's view of {@link SegmentClaims}: one owner per instance, whose claims expire unless it stores or extends in time.
 *
 * <p>Claiming and storing take effect at once. What changes the segments themselves waits, within a unit of work, for
 * its commit ({@link SegmentChanges}), and fails it if it is refused.
 */
public final class AndonTokenStore implements TokenStore {

    private final ResourceKey<Map<String, SegmentChanges>> changesKey = ResourceKey.withLabel("segmentChanges");
    private final SegmentClaims claims;
    private final String owner;
    private final Duration claimTimeout;
    private final Clock clock;

    /** @param owner differs from that of every other process, and from that of this process before it was restarted */
    public AndonTokenStore(SegmentClaims claims, String owner, Duration claimTimeout, Clock clock) {
        this.claims = claims;
        this.owner = owner;
        this.claimTimeout = claimTimeout;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<List<Segment>> initializeTokenSegments(String processor, int segmentCount,
            @Nullable TrackingToken initialToken, @Nullable ProcessingContext context) {
        List<Segment> segments = Segment.splitBalanced(Segment.ROOT_SEGMENT, segmentCount - 1);
        return Answers.of(Mono.defer(() -> claims.add(processor,
                segments.stream().map(segment -> unclaimed(segment, initialToken)).toList()))
                .flatMap(added -> added ? Mono.just(segments)
                        : Mono.error(() -> new UnableToClaimTokenException(
                                "Processor '%s' has segments already: another process created them"
                                        .formatted(processor)))));
    }

    @Override
    public CompletableFuture<Void> initializeSegment(@Nullable TrackingToken token, String processor, Segment segment,
            @Nullable ProcessingContext context) {
        return change(processor, context, changes -> changes.add(unclaimed(segment, token)));
    }

    @Override
    public CompletableFuture<Void> deleteToken(String processor, int segment, @Nullable ProcessingContext context) {
        return change(processor, context, changes -> changes.remove(segment));
    }

    @Override
    public CompletableFuture<Void> releaseClaim(String processor, int segment, @Nullable ProcessingContext context) {
        return change(processor, context, changes -> changes.release(segment));
    }

    @Override
    public CompletableFuture<Void> storeToken(@Nullable TrackingToken token, String processor, int segment,
            @Nullable ProcessingContext context) {
        return Answers.of(Mono.defer(() -> claims.store(processor, segment, claim(), TokenText.write(token)))
                .flatMap(held -> requireHeld(held, processor, segment)));
    }

    @Override
    public CompletableFuture<Void> extendClaim(String processor, int segment, @Nullable ProcessingContext context) {
        return Answers.of(
                claims.extend(processor, segment, claim()).flatMap(held -> requireHeld(held, processor, segment)));
    }

    @Override
    public CompletableFuture<TrackingToken> fetchToken(String processor, int segment,
            @Nullable ProcessingContext context) {
        return token(claimed(processor, segment));
    }

    /**
     * Refuses a segment that was split or merged since it was read: with a stale share of the events, some would be
     * passed over while the token moves on.
     */
    @Override
    public CompletableFuture<TrackingToken> fetchToken(String processor, Segment segment,
            @Nullable ProcessingContext context) {
        int number = segment.getSegmentId();
        return token(claimed(processor, number).flatMap(found -> found.mask() == segment.getMask() ? Mono.just(found)
                : claims.release(processor, number, owner).then(Mono.error(() -> new UnableToClaimTokenException(
                        "Segment %d of processor '%s' was split or merged meanwhile".formatted(number, processor))))));
    }

    @Override
    public CompletableFuture<Segment> fetchSegment(String processor, int segment,
            @Nullable ProcessingContext context) {
        return Answers.of(claims.segment(processor, segment).map(AndonTokenStore::segment));
    }

    @Override
    public CompletableFuture<List<Segment>> fetchSegments(String processor, @Nullable ProcessingContext context) {
        return Answers.of(claims.segments(processor).map(AndonTokenStore::segment).collectList());
    }

    @Override
    public CompletableFuture<List<Segment>> fetchAvailableSegments(String processor,
            @Nullable ProcessingContext context) {
        return Answers.of(claims.segments(processor).filter(found -> found.availableTo(owner, clock.instant()))
                .map(AndonTokenStore::segment).collectList());
    }

    @Override
    public CompletableFuture<String> retrieveStorageIdentifier(@Nullable ProcessingContext context) {
        return Answers.of(claims.storeId());
    }

    private Mono<SegmentProgress> claimed(String processor, int segment) {
        return claims.claim(processor, segment, claim(), clock.instant())
                .switchIfEmpty(Mono.error(() -> notHeld(processor, segment)));
    }

    private static CompletableFuture<TrackingToken> token(Mono<SegmentProgress> claimed) {
        return Answers.of(claimed.flatMap(found -> Mono.justOrEmpty(TokenText.read(found.progress()))));
    }

    private CompletableFuture<Void> change(String processor, @Nullable ProcessingContext context, Change change) {
        if (context == null) {
            var changes = new SegmentChanges();
            return Answers.of(Mono.defer(() -> {
                change.to(changes);
                return changes.apply(claims, processor, owner);
            }));
        }
        change.to(context.computeResourceIfAbsent(changesKey, ConcurrentHashMap::new).computeIfAbsent(processor,
                _ -> applyOnCommit(processor, context)));
        return CompletableFuture.completedFuture(null);
    }

    private SegmentChanges applyOnCommit(String processor, ProcessingContext context) {
        var changes = new SegmentChanges();
        context.onCommit(_ -> Answers.of(changes.apply(claims, processor, owner)));
        return changes;
    }

    private Claim claim() {
        return new Claim(owner, clock.instant().plus(claimTimeout));
    }

    private Mono<Void> requireHeld(boolean held, String processor, int segment) {
        return held ? Mono.empty() : Mono.error(() -> notHeld(processor, segment));
    }

    private UnableToClaimTokenException notHeld(String processor, int segment) {
        return new UnableToClaimTokenException("Segment %d of processor '%s' is not there or not claimed by '%s'"
                .formatted(segment, processor, owner));
    }

    private static SegmentProgress unclaimed(Segment segment, @Nullable TrackingToken token) {
        return SegmentProgress.unclaimed(segment.getSegmentId(), segment.getMask(), TokenText.write(token));
    }

    private static Segment segment(SegmentProgress found) {
        return new Segment(found.segment(), found.mask());
    }

    private interface Change {

        void to(SegmentChanges changes);
    }
}
