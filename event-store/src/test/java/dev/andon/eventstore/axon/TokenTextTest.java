package dev.andon.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.Hash;
import java.util.Map;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.MergedTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.ReplayToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.ConfigToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTextTest {

    private static final Hash HASH = new Hash("6d".repeat(32));

    @Test
    void aPositionIsItsDigitsAndTheHashThatStandsThere() {
        assertThat(write(position(42))).isEqualTo("42@" + HASH);
        assertThat(TokenText.read("42@" + HASH)).isEqualTo(position(42));
    }

    @Test
    void noTokenIsNotTheFirstPosition() {
        assertThat(TokenText.read(write(null))).isNull();
        assertThat(TokenText.read(write(position(0)))).isEqualTo(position(0));
    }

    @Test
    void aReplaySurvives() {
        TrackingToken token = ReplayToken.createReplayToken(position(42), position(7));

        String text = write(token);

        assertThat(text).isEqualTo("replay(42@%1$s,7@%1$s)", HASH);
        assertThat(TokenText.read(text)).isEqualTo(token);
        assertThat(ReplayToken.isReplay(TokenText.read(text))).isTrue();
    }

    @Test
    void aReplayThatHasNotBegunSurvives() {
        TrackingToken token = ReplayToken.createReplayToken(position(42), null);

        assertThat(TokenText.read(write(token))).isEqualTo(token);
    }

    @Test
    void aMergeSurvivesAlsoWithinAReplayAndOfReplays() {
        TrackingToken merged = new MergedTrackingToken(position(3), position(9));
        TrackingToken replayOfMerged = ReplayToken.createReplayToken(merged, position(1));
        TrackingToken mergedReplays = new MergedTrackingToken(replayOfMerged,
                ReplayToken.createReplayToken(position(8), null));

        assertThat(write(merged)).isEqualTo("merged(3@%1$s,9@%1$s)", HASH);
        assertSurvives(merged);
        assertSurvives(replayOfMerged);
        assertSurvives(mergedReplays);
    }

    @Test
    void aTokenOfAnotherKindIsRefusedByName() {
        assertThatThrownBy(() -> write(new ConfigToken(Map.of())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ConfigToken");
    }

    @Test
    void aReplayWithAContextIsRefusedRatherThanStrippedOfIt() {
        assertThatThrownBy(() -> write(ReplayToken.createReplayToken(position(2), null, "because")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("because");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "4x", "4", "4@xy", "replay(0,0", "replay(0)", "merged 0,0", "0)", "replay(0,0))"})
    void aTextThatIsNoTokenIsRefusedNotGuessed(String text) {
        assertThatThrownBy(() -> TokenText.read(text)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void everyPositionOfATokenIsABookmarkOfIt() {
        TrackingToken token = new MergedTrackingToken(ReplayToken.createReplayToken(position(8), position(0)),
                position(3));

        assertThat(TokenText.positions(token)).containsExactlyInAnyOrder(8L, 0L, 3L);
        assertThat(TokenText.bookmarks(write(token))).containsExactlyInAnyOrder(bookmark(8), bookmark(0), bookmark(3));
        assertThat(TokenText.positions(null)).isEmpty();
        assertThat(TokenText.bookmarks(write(null))).isEmpty();
    }

    private static String write(@Nullable TrackingToken token) {
        return TokenText.write(token, TokenTextTest::bookmark);
    }

    private static Bookmark bookmark(long position) {
        return position == 0 ? Bookmark.START : new Bookmark(position, HASH);
    }

    private static void assertSurvives(TrackingToken token) {
        assertThat(TokenText.read(write(token))).hasToString(token.toString());
    }

    private static TrackingToken position(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
