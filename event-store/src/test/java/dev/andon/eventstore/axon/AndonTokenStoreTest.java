package dev.andon.eventstore.axon;

import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.eventstore.sqlite.SqliteSegmentClaims;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.MergedTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToInitializeTokenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AndonTokenStoreTest {

    private static final String TIMELINE = "timeline";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final SimpleUnitOfWorkFactory unitsOfWork = new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE);
    private SegmentClaims claims;
    private EventStore store;
    private TokenStore here;
    private TokenStore there;

    @BeforeEach
    void open(@TempDir Path directory) {
        claims = SqliteSegmentClaims.open(directory);
        store = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
        await(store.append(events(10, "Seen"), AppendCondition.none(), null));
        InstantSource instants = now::get;
        Clock clock = instants.withZone(ZoneOffset.UTC);
        here = new AndonTokenStore(store, claims, "here", Duration.ofSeconds(10), clock);
        there = new AndonTokenStore(store, claims, "there", Duration.ofSeconds(10), clock);
    }

    @AfterEach
    void close() {
        claims.close();
        store.close();
    }

    @Test
    void segmentsAreInitializedOnceAndUnclaimed() {
        assertThat(here.initializeTokenSegments(TIMELINE, 4, position(0), null).join()).hasSize(4);

        assertThat(there.fetchSegments(TIMELINE, null).join())
                .isEqualTo(Segment.splitBalanced(Segment.ROOT_SEGMENT, 3));
        assertThat(there.fetchAvailableSegments(TIMELINE, null).join()).hasSize(4);
        assertFails(UnableToClaimTokenException.class,
                () -> there.initializeTokenSegments(TIMELINE, 2, null, null).join());
    }

    @Test
    void aFetchedTokenIsClaimed() {
        given(1);

        assertThat(here.fetchToken(TIMELINE, 0, null).join()).isEqualTo(position(5));

        assertFails(UnableToClaimTokenException.class, () -> there.fetchToken(TIMELINE, 0, null).join());
        assertThat(there.fetchAvailableSegments(TIMELINE, null).join()).isEmpty();
        assertThat(here.fetchAvailableSegments(TIMELINE, null).join()).hasSize(1);
    }

    @Test
    void anAbsentTokenIsFetchedAsNullAndStillClaimed() {
        here.initializeTokenSegments(TIMELINE, 1, null, null).join();

        assertThat(here.fetchToken(TIMELINE, 0, null).join()).isNull();
        assertFails(UnableToClaimTokenException.class, () -> there.fetchToken(TIMELINE, 0, null).join());
    }

    @Test
    void aSilentOwnerLosesItsClaimAndCanStoreNothingMore() {
        given(1);
        here.fetchToken(TIMELINE, 0, null).join();

        now.updateAndGet(instant -> instant.plusSeconds(10));

        assertThat(there.fetchToken(TIMELINE, 0, null).join()).isEqualTo(position(5));
        assertFails(UnableToClaimTokenException.class, () -> here.storeToken(position(9), TIMELINE, 0, null).join());
        assertFails(UnableToClaimTokenException.class, () -> here.extendClaim(TIMELINE, 0, null).join());
    }

    @Test
    void storingAndExtendingKeepAClaimAlive() {
        given(1);
        here.fetchToken(TIMELINE, 0, null).join();

        now.updateAndGet(instant -> instant.plusSeconds(9));
        here.storeToken(position(6), TIMELINE, 0, null).join();
        now.updateAndGet(instant -> instant.plusSeconds(9));
        here.extendClaim(TIMELINE, 0, null).join();
        now.updateAndGet(instant -> instant.plusSeconds(9));

        assertFails(UnableToClaimTokenException.class, () -> there.fetchToken(TIMELINE, 0, null).join());
    }

    @Test
    void aReleasedSegmentIsFetchedElsewhereAtOnce() {
        given(1);
        here.fetchToken(TIMELINE, 0, null).join();
        here.storeToken(position(8), TIMELINE, 0, null).join();

        inUnitOfWork(context -> here.releaseClaim(TIMELINE, 0, context));

        assertThat(there.fetchToken(TIMELINE, 0, null).join()).isEqualTo(position(8));
    }

    @Test
    void aSegmentThatWasSplitMeanwhileIsNotClaimedWithItsFormerShare() {
        given(1);
        Segment stale = there.fetchSegment(TIMELINE, 0, null).join();
        split();

        assertFails(UnableToClaimTokenException.class, () -> there.fetchToken(TIMELINE, stale, null).join());

        assertThat(here.fetchAvailableSegments(TIMELINE, null).join()).hasSize(2);
    }

    @Test
    void aSplitInAxonsStepsTakesEffectAsOne() {
        given(1);
        here.fetchToken(TIMELINE, 0, null).join();

        inUnitOfWork(context -> splitting(context).thenApply(_ -> {
            assertThat(here.fetchSegments(TIMELINE, null).join()).as("before the commit").hasSize(1);
            return "done";
        }));

        assertThat(there.fetchSegments(TIMELINE, null).join()).containsExactly(new Segment(0, 1), new Segment(1, 1));
        assertThat(there.fetchToken(TIMELINE, 1, null).join()).isEqualTo(position(5));
    }

    @Test
    void aSplitThatFailsHalfwayLeavesTheSegmentWhole() {
        given(1);
        here.fetchToken(TIMELINE, 0, null).join();

        assertFails(IllegalStateException.class, () -> inUnitOfWork(context -> splitting(context)
                .thenCompose(_ -> CompletableFuture.failedFuture(new IllegalStateException("power failure")))));

        assertThat(here.fetchSegments(TIMELINE, null).join()).containsExactly(Segment.ROOT_SEGMENT);
    }

    @Test
    void aSplitOfASegmentThatIsClaimedElsewhereFails() {
        given(1);
        there.fetchToken(TIMELINE, 0, null).join();

        assertFails(UnableToClaimTokenException.class, () -> inUnitOfWork(this::splitting));

        assertThat(here.fetchSegments(TIMELINE, null).join()).containsExactly(Segment.ROOT_SEGMENT);
    }

    @Test
    void aMergeKeepsBothHalvesProgress() {
        given(2);
        here.fetchToken(TIMELINE, 0, null).join();
        here.fetchToken(TIMELINE, 1, null).join();
        here.storeToken(position(9), TIMELINE, 1, null).join();
        TrackingToken merged = MergedTrackingToken.merged(position(5), position(9));

        inUnitOfWork(context -> here.deleteToken(TIMELINE, 0, context)
                .thenCompose(_ -> here.deleteToken(TIMELINE, 1, context))
                .thenCompose(_ -> here.initializeSegment(merged, TIMELINE, Segment.ROOT_SEGMENT, context))
                .thenCompose(_ -> here.releaseClaim(TIMELINE, 0, context)));

        assertThat(there.fetchSegments(TIMELINE, null).join()).containsExactly(Segment.ROOT_SEGMENT);
        assertThat(there.fetchToken(TIMELINE, 0, null).join()).isEqualTo(merged);
    }

    @Test
    void aMergeByOneThatHasSeenAFormerLayoutChangesNothing() {
        given(2);
        Segment[] seen = {here.fetchSegment(TIMELINE, 0, null).join(), here.fetchSegment(TIMELINE, 1, null).join()};
        there.fetchToken(TIMELINE, 0, null).join();
        inUnitOfWork(context -> there.deleteToken(TIMELINE, 0, context)
                .thenCompose(_ -> there.initializeSegment(position(5), TIMELINE, new Segment(0, 3), context))
                .thenCompose(_ -> there.initializeSegment(position(5), TIMELINE, new Segment(2, 3), context)));
        here.fetchToken(TIMELINE, 0, null).join();
        here.fetchToken(TIMELINE, 1, null).join();

        assertFails(UnableToClaimTokenException.class, () -> inUnitOfWork(context -> here
                .deleteToken(TIMELINE, 0, context).thenCompose(_ -> here.deleteToken(TIMELINE, 1, context))
                .thenCompose(_ -> here.initializeSegment(position(5), TIMELINE, seen[0].mergedWith(seen[1]),
                        context))));

        assertThat(here.fetchSegments(TIMELINE, null).join()).as("segment 2 would be covered twice")
                .containsExactly(new Segment(0, 3), new Segment(1, 1), new Segment(2, 3));
    }

    @Test
    void aTokenThatIsNotClaimedHereCannotBeDeleted() {
        given(1);

        assertFails(UnableToClaimTokenException.class, () -> here.deleteToken(TIMELINE, 0, null).join());

        assertThat(here.fetchSegment(TIMELINE, 0, null).join()).isEqualTo(Segment.ROOT_SEGMENT);
    }

    @Test
    void aSegmentThatExistsCannotBeInitializedAgain() {
        given(1);

        assertFails(UnableToInitializeTokenException.class,
                () -> here.initializeSegment(position(1), TIMELINE, Segment.ROOT_SEGMENT, null).join());

        assertThat(here.fetchToken(TIMELINE, 0, null).join()).isEqualTo(position(5));
    }

    @Test
    void anUnknownSegmentIsNullAndCannotBeClaimed() {
        assertThat(here.fetchSegment(TIMELINE, 3, null).join()).isNull();
        assertFails(UnableToClaimTokenException.class, () -> here.fetchToken(TIMELINE, 3, null).join());
    }

    @Test
    void whoeverWaitsForAnAnswerMayWaitForTheNextOneThere() {
        given(1);

        TrackingToken token = here.fetchSegments(TIMELINE, null)
                .thenApply(_ -> here.fetchToken(TIMELINE, 0, null).join()).join();

        assertThat(token).isEqualTo(position(5));
    }

    @Test
    void storesThatShareTheirPlaceShareItsName() {
        assertThat(here.retrieveStorageIdentifier(null).join()).isNotBlank()
                .isEqualTo(there.retrieveStorageIdentifier(null).join());
    }

    private void given(int segments) {
        here.initializeTokenSegments(TIMELINE, segments, position(5), null).join();
    }

    private void split() {
        here.fetchToken(TIMELINE, 0, null).join();
        inUnitOfWork(this::splitting);
    }

    /** The order of Axon's own split. */
    private CompletableFuture<Void> splitting(ProcessingContext context) {
        Segment[] halves = Segment.ROOT_SEGMENT.split();
        return here.initializeSegment(position(5), TIMELINE, halves[1], context)
                .thenCompose(_ -> here.releaseClaim(TIMELINE, 0, context))
                .thenCompose(_ -> here.deleteToken(TIMELINE, 0, context))
                .thenCompose(_ -> here.initializeSegment(position(5), TIMELINE, halves[0], context));
    }

    private <T> void inUnitOfWork(Function<ProcessingContext, CompletableFuture<T>> action) {
        unitsOfWork.create().executeWithResult(action).join();
    }

    private static void assertFails(Class<? extends Throwable> cause, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(CompletionException.class).cause().isInstanceOf(cause);
    }

    private static TrackingToken position(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
