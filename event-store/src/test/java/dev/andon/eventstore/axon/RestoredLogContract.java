package dev.andon.eventstore.axon;

import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.OtherHistoryException;
import dev.andon.eventstore.SegmentClaims;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.MergedTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A log that is put back to an older copy of itself, beside tokens that are not. */
@Timeout(120) // so that a refusal that never comes is a failure; no test is about time
abstract class RestoredLogContract {

    private static final String TIMELINE = "timeline";

    private EventStore store;
    private SegmentClaims claims;

    /** Opens the one log of this test. */
    protected abstract EventStore openStore();

    protected abstract SegmentClaims openClaims();

    /** The log is closed meanwhile. */
    protected abstract void backUp();

    /** Back to {@link #backUp}; the log is closed meanwhile. */
    protected abstract void restore();

    @BeforeEach
    void open() {
        store = openStore();
        claims = openClaims();
    }

    @AfterEach
    void close() {
        store.close();
        claims.close();
    }

    @Test
    void everyPositionUpToTheHeadHasABookmarkThatTheLogKnowsAgain() {
        append(1);
        append(3);
        reopen();

        for (long position = 0; position <= 4; position++) {
            Bookmark bookmark = await(store.bookmark(position));
            assertThat(bookmark.position()).isEqualTo(position);
            assertThat(Bookmark.parse(bookmark.toString())).isEqualTo(bookmark);
            store.require(bookmark).block();
        }
        assertThat(await(store.bookmark(2)).hash()).isEqualTo(await(store.bookmark(4)).hash())
                .isEqualTo(await(store.head()).hash()).isNotEqualTo(await(store.bookmark(1)).hash());
        assertThatThrownBy(() -> store.bookmark(5).block()).isInstanceOf(OtherHistoryException.class)
                .hasMessageContaining("Position 5 was seen, but the log ends at position 4");
    }

    @Test
    void aBookmarkIsTheSameFromMemoryAndFromTheLog() {
        append(2);
        append(2);
        Bookmark fromMemory = await(store.bookmark(3));

        reopen();

        assertThat(await(store.bookmark(3))).isEqualTo(fromMemory);
    }

    @Test
    void aTokenBeyondTheEndOfTheLogIsRefused() {
        append(3);
        backedUp();
        append(2);
        tokenAt(5);

        restored();

        refuses("timeline", "segment 0", "Position 5 was seen, but the log ends at position 3",
                "startOver(\"timeline\")");
    }

    @Test
    void aTokenThatTheLogHasGrownPastWithOtherEventsIsRefused() {
        append(3);
        backedUp();
        append(2);
        tokenAt(5);

        restored();
        append(4);

        refuses("Position 5 was seen in a commit with the hash");
    }

    @Test
    void aTokenInsideACommitThatIsAnotherNowIsRefused() {
        append(3);
        backedUp();
        append(4);
        tokenAt(5);

        restored();
        append(4);

        refuses("Position 5 was seen");
    }

    @Test
    void aTokenOfAMergeIsRefusedIfEitherHalfHadComeTooFar() {
        append(3);
        backedUp();
        append(2);
        token(new MergedTrackingToken(position(2), position(5)));

        restored();
        append(4);

        refuses("Position 5 was seen");
    }

    @Test
    void aTokenThatTheBackupHadReachedAlreadyIsGoneOnFrom() {
        append(3);
        backedUp();
        append(2);
        tokenAt(3);

        restored();
        append(4);

        assertThat(fetchToken()).isEqualTo(position(3));
    }

    @Test
    void aRefusedSegmentIsLeftUnclaimedWithItsToken() {
        append(1);
        backedUp();
        append(1);
        tokenAt(2);
        String before = await(claims.segment(TIMELINE, 0)).progress();

        restored();
        refuses("Position 2");

        assertThat(await(claims.segment(TIMELINE, 0))).returns(null, each -> each.claim()).returns(before,
                each -> each.progress());
    }

    @Test
    void aPositionThatTheLogHasNotReachedIsNotStored() {
        append(1);
        tokenAt(1);
        fetchToken();

        assertThatThrownBy(() -> tokens("here").storeToken(position(2), TIMELINE, 0, null).join())
                .isInstanceOf(CompletionException.class).cause().isInstanceOf(OtherHistoryException.class);
    }

    @Test
    void aProcessorWhoseTokenIsRefusedHandlesNothingUntilItStartsOver() throws Exception {
        // given a program that has handled two events, of which the log loses the second
        try (var program = new Program(store, claims, "before", 1, 1)) {
            program.addFinding("INC-1", "disk full", "c-1").join();
            program.nextHandled();
        }
        backedUp();
        try (var program = new Program(store, claims, "lost", 1, 1)) {
            program.addFinding("INC-1", "logs rotated", "c-2").join();
            program.nextHandled();
        }
        restored();
        // when it is started on what grew instead
        var refused = new CountDownLatch(2);
        try (var program = new Program(store, new NotedClaims(claims) {

            @Override
            void released(int segment) {
                refused.countDown();
            }
        }, "after", 1, 1)) {
            program.addFinding("INC-2", "other disk full", "c-3").join();
            program.addFinding("INC-2", "other logs rotated", "c-4").join();
            refused.await();
            // then
            assertThat(program.handled()).isEmpty();
        }
        // and when it is rebuilt
        tokens("operator").startOver(TIMELINE).join();
        try (var program = new Program(store, claims, "rebuilt", 1, 1)) {
            assertThat(program.nextHandled()).returns("disk full", handled -> handled.text());
            assertThat(program.nextHandled()).returns("other disk full", handled -> handled.text());
            assertThat(program.nextHandled()).returns("other logs rotated", handled -> handled.text());
        }
    }

    @Test
    void startingOverKeepsTheSegmentsAndIsRefusedWhileAnotherProcessHoldsOne() {
        append(3);
        tokens("here").initializeTokenSegments(TIMELINE, 2, position(3), null).join();
        tokens("there").fetchToken(TIMELINE, 1, null).join();

        assertThatThrownBy(() -> tokens("here").startOver(TIMELINE).join()).cause()
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(tokens("there").fetchToken(TIMELINE, 1, null).join()).isEqualTo(position(3));

        tokens("there").releaseClaim(TIMELINE, 1, null).join();
        tokens("here").startOver(TIMELINE).join();
        assertThat(tokens("there").fetchSegments(TIMELINE, null).join()).hasSize(2);
        assertThat(tokens("there").fetchToken(TIMELINE, 0, null).join()).isNull();
        tokens("here").startOver("nobody").join();
    }

    private void append(int count) {
        await(store.append(events(count, "Seen"),
                AppendCondition.none(), null));
    }

    private void reopen() {
        store.close();
        store = openStore();
    }

    private void backedUp() {
        store.close();
        backUp();
        store = openStore();
    }

    private void restored() {
        store.close();
        restore();
        store = openStore();
    }

    private void tokenAt(long position) {
        token(position(position));
    }

    private void token(TrackingToken token) {
        tokens("before").initializeTokenSegments(TIMELINE, 1, token, null).join();
    }

    private TrackingToken fetchToken() {
        return tokens("here").fetchToken(TIMELINE, 0, null).join();
    }

    private void refuses(CharSequence... reasons) {
        assertThatThrownBy(this::fetchToken).isInstanceOf(CompletionException.class).cause()
                .isInstanceOf(RefusedTokenException.class).hasMessageContainingAll(reasons);
    }

    private AndonTokenStore tokens(String owner) {
        return new AndonTokenStore(store, claims, owner, Duration.ofSeconds(10), Clock.systemUTC());
    }

    private static TrackingToken position(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
