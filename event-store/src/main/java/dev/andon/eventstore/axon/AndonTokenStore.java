package dev.andon.eventstore.axon;

import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.OtherHistoryException;
import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.SegmentProgress.Claim;
import dev.andon.eventstore.SegmentProgress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Axon's view of {@link SegmentClaims}: one owner per instance, whose claims expire unless it stores or extends in time.
 *
 * <p>Claiming and storing take effect at once. What changes the segments themselves waits, within a unit of work, for
 * its commit ({@link SegmentChanges}), and fails it if it is refused.
 *
 * <p>A token is stored behind the effects of its batch, and the two are no transaction. So each event is handled at least
 * once, in the segment that it falls to, in order; and it is handled again
 * <ul>
 * <li>if its owner died, was paused for longer than the claim lasts, or could not reach the store, after the event's
 * effect and before its token: that one batch at most, in that segment. A paused owner finishes the batch at hand when it
 * wakes up, beside the new owner's work, and is refused its token: it never puts the new owner's back;
 * <li>after a merge: what the segment that was ahead had handled and the other one had not reached yet.
 * </ul>
 * A handler for which that is not good enough keeps with its effect the position ({@link Recorded}) that caused it, and
 * passes over what it has seen. A batch that takes longer than the claim lasts loses the claim each time; let Axon's
 * coordinator extend claims, or make batches smaller.
 *
 * <p>A token speaks of one history. It is kept with a {@link Bookmark}, and is refused with a {@link RefusedTokenException},
 * by which Axon stops the processor and tries again later, if the log does not have that history (any more).
 */
public final class AndonTokenStore implements TokenStore {

    private final ResourceKey<Map<String, SegmentChanges>> changesKey = ResourceKey.withLabel("segmentChanges");
    private final EventStore store;
    private final SegmentClaims claims;
    private final String owner;
    private final Duration claimTimeout;
    private final Clock clock;

    /**
     * @param store of which the tokens speak
     * @param owner differs from that of every other process, and from that of this process before it was restarted
     * @param claimTimeout longer than a batch may take, and than the clocks of two processes may differ
     */
    public AndonTokenStore(EventStore store, SegmentClaims claims, String owner, Duration claimTimeout, Clock clock) {
        this.store = store;
        this.claims = claims;
        this.owner = owner;
        this.claimTimeout = claimTimeout;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<List<Segment>> initializeTokenSegments(String processor, int segmentCount,
            @Nullable TrackingToken initialToken, @Nullable ProcessingContext context) {
        List<Segment> segments = Segment.splitBalanced(Segment.ROOT_SEGMENT, segmentCount - 1);
        return Answers.of(Flux.fromIterable(segments).concatMap(segment -> unclaimed(segment, initialToken))
                .collectList().flatMap(added -> claims.add(processor, added))
                .flatMap(added -> added ? Mono.just(segments)
                        : Mono.error(() -> new UnableToClaimTokenException(
                                "Processor '%s' has segments already: another process created them"
                                        .formatted(processor)))));
    }

    @Override
    public CompletableFuture<Void> initializeSegment(@Nullable TrackingToken token, String processor, Segment segment,
            @Nullable ProcessingContext context) {
        return change(processor, context, changes -> changes.add(segment.getSegmentId(), unclaimed(segment, token)));
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
        return Answers.of(text(token).flatMap(text -> claims.store(processor, segment, claim(), text))
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
        return token(processor, claimed(processor, segment));
    }

    /**
     * Refuses a segment that was split or merged since it was read: with a stale share of the events, some would be
     * passed over while the token moves on.
     */
    @Override
    public CompletableFuture<TrackingToken> fetchToken(String processor, Segment segment,
            @Nullable ProcessingContext context) {
        int number = segment.getSegmentId();
        return token(processor, claimed(processor, number).flatMap(found -> found.mask() == segment.getMask()
                ? Mono.just(found)
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

    /**
     * Puts every segment of a processor back to before the first event. The way out for a processor whose tokens are
     * refused; what it has done is not undone by that. Fails with {@link UnableToClaimTokenException} if another process
     * holds one of the segments: the processor should run nowhere.
     */
    public CompletableFuture<Void> startOver(String processor) {
        return Answers.of(claims.segments(processor).concatMap(found -> claimed(processor, found.segment()))
                .collectList().filter(held -> !held.isEmpty())
                .flatMap(held -> {
                    var changes = new SegmentChanges();
                    for (SegmentProgress each : held) {
                        changes.remove(each.segment());
                        changes.add(each.segment(), unclaimed(segment(each), null));
                    }
                    return changes.apply(claims, processor, owner);
                }));
    }

    @Override
    public CompletableFuture<String> retrieveStorageIdentifier(@Nullable ProcessingContext context) {
        return Answers.of(claims.storeId());
    }

    private Mono<SegmentProgress> claimed(String processor, int segment) {
        return claims.claim(processor, segment, claim(), clock.instant())
                .switchIfEmpty(Mono.error(() -> notHeld(processor, segment)));
    }

    private CompletableFuture<TrackingToken> token(String processor, Mono<SegmentProgress> claimed) {
        return Answers.of(claimed.flatMap(found -> requireHistory(processor, found)
                .then(Mono.justOrEmpty(TokenText.read(found.progress())))));
    }

    /** Looked at under the claim, or it could be another token that is then gone on from. */
    private Mono<Void> requireHistory(String processor, SegmentProgress found) {
        return Flux.fromIterable(TokenText.bookmarks(found.progress())).concatMap(store::require).then()
                .onErrorResume(OtherHistoryException.class, reason -> claims
                        .release(processor, found.segment(), owner)
                        .then(Mono.error(new RefusedTokenException(processor, found.segment(), reason))));
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

    private Mono<SegmentProgress> unclaimed(Segment segment, @Nullable TrackingToken token) {
        return text(token).map(text -> SegmentProgress.unclaimed(segment.getSegmentId(), segment.getMask(), text));
    }

    private Mono<String> text(@Nullable TrackingToken token) {
        return Mono.fromSupplier(() -> TokenText.positions(token)).flatMapIterable(positions -> positions)
                .concatMap(store::bookmark).collectMap(Bookmark::position)
                .map(bookmarks -> TokenText.write(token, position -> Objects.requireNonNull(bookmarks.get(position))));
    }

    private static Segment segment(SegmentProgress found) {
        return new Segment(found.segment(), found.mask());
    }

    private interface Change {

        void to(SegmentChanges changes);
    }
}
