package dev.andon.eventstore.axon;

import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.MergedTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.ReplayToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as text that a person can read in the database and that outlives a change of Axon's classes: {@code 42} is the
 * last position seen, {@code replay(42,7)} has come to 7 in a replay up to 42, {@code merged(42,7)} carries on two
 * segments that had come to 42 and 7, and {@code none} is no token.
 */
final class TokenText {

    private static final String NONE = "none";
    private static final String REPLAY = "replay";
    private static final String MERGED = "merged";

    private final String text;
    private int next;

    private TokenText(String text) {
        this.text = text;
    }

    static String write(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> NONE;
            case GlobalSequenceTrackingToken position -> Long.toString(position.getGlobalIndex());
            case MergedTrackingToken merged -> pair(MERGED, merged.lowerSegmentToken(), merged.upperSegmentToken());
            case ReplayToken replay when replay.context() == null ->
                pair(REPLAY, replay.getTokenAtReset(), replay.getCurrentToken());
            case ReplayToken replay -> throw new IllegalArgumentException(
                    "Cannot store a replay with the context %s: reset without a context".formatted(replay.context()));
            default -> throw new IllegalArgumentException(
                    "Cannot store a %s: a token of this store is a position, a replay or a merge of them"
                            .formatted(token.getClass().getSimpleName()));
        };
    }

    private static String pair(String kind, @Nullable TrackingToken first, @Nullable TrackingToken second) {
        return kind + "(" + write(first) + "," + write(second) + ")";
    }

    static @Nullable TrackingToken read(String text) {
        TokenText reader = new TokenText(text);
        TrackingToken token = reader.token();
        if (reader.next != text.length()) {
            throw reader.unreadable();
        }
        return token;
    }

    private @Nullable TrackingToken token() {
        String word = word();
        return switch (word) {
            case NONE -> null;
            case REPLAY -> {
                expect('(');
                TrackingToken atReset = token();
                expect(',');
                TrackingToken current = token();
                expect(')');
                yield ReplayToken.createReplayToken(atReset, current);
            }
            case MERGED -> {
                expect('(');
                TrackingToken lower = token();
                expect(',');
                TrackingToken upper = token();
                expect(')');
                yield new MergedTrackingToken(lower, upper);
            }
            default -> new GlobalSequenceTrackingToken(position(word));
        };
    }

    private String word() {
        int start = next;
        while (next < text.length() && "(,)".indexOf(text.charAt(next)) < 0) {
            next++;
        }
        return text.substring(start, next);
    }

    private void expect(char delimiter) {
        if (next >= text.length() || text.charAt(next) != delimiter) {
            throw unreadable();
        }
        next++;
    }

    private long position(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw unreadable();
        }
    }

    private IllegalStateException unreadable() {
        return new IllegalStateException("'" + text + "' is no token that this version can read");
    }
}
