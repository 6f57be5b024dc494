package dev.andon.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.MergedTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.ReplayToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.ConfigToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTextTest {

    @Test
    void aPositionIsItsDigits() {
        assertThat(TokenText.write(position(42))).isEqualTo("42");
        assertThat(TokenText.read("42")).isEqualTo(position(42));
    }

    @Test
    void noTokenIsNotTheFirstPosition() {
        assertThat(TokenText.read(TokenText.write(null))).isNull();
        assertThat(TokenText.read(TokenText.write(position(0)))).isEqualTo(position(0));
    }

    @Test
    void aReplaySurvives() {
        TrackingToken token = ReplayToken.createReplayToken(position(42), position(7));

        assertThat(TokenText.write(token)).isEqualTo("replay(42,7)");
        assertThat(TokenText.read("replay(42,7)")).isEqualTo(token);
        assertThat(ReplayToken.isReplay(TokenText.read("replay(42,7)"))).isTrue();
    }

    @Test
    void aReplayThatHasNotBegunSurvives() {
        TrackingToken token = ReplayToken.createReplayToken(position(42), null);

        assertThat(TokenText.read(TokenText.write(token))).isEqualTo(token);
    }

    @Test
    void aMergeSurvivesAlsoWithinAReplayAndOfReplays() {
        TrackingToken merged = new MergedTrackingToken(position(3), position(9));
        TrackingToken replayOfMerged = ReplayToken.createReplayToken(merged, position(1));
        TrackingToken mergedReplays = new MergedTrackingToken(replayOfMerged,
                ReplayToken.createReplayToken(position(8), null));

        assertThat(TokenText.write(merged)).isEqualTo("merged(3,9)");
        assertSurvives(merged);
        assertSurvives(replayOfMerged);
        assertSurvives(mergedReplays);
    }

    @Test
    void aTokenOfAnotherKindIsRefusedByName() {
        assertThatThrownBy(() -> TokenText.write(new ConfigToken(Map.of())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ConfigToken");
    }

    @Test
    void aReplayWithAContextIsRefusedRatherThanStrippedOfIt() {
        assertThatThrownBy(() -> TokenText.write(ReplayToken.createReplayToken(position(2), null, "because")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("because");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "4x", "replay(1,2", "replay(1)", "merged 1,2", "1)", "replay(1,2))"})
    void aTextThatIsNoTokenIsRefusedNotGuessed(String text) {
        assertThatThrownBy(() -> TokenText.read(text)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'" + text + "'");
    }

    private static void assertSurvives(TrackingToken token) {
        assertThat(TokenText.read(TokenText.write(token))).hasToString(token.toString());
    }

    private static TrackingToken position(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
