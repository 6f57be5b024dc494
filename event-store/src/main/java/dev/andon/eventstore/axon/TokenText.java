package dev.andon.eventstore.axon;

import dev.andon.eventstore.Bookmark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.MergedTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.ReplayToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as text that a person can read in the database and that outlives a change of Axon's classes: {@code 42} is the
 * last position seen, {@code replay(42,7)} has come to 7 in a replay up to 42, {@code merged(42,7)} carries on two
 * segments that had come to 42 and 7, and {@code none} is no token. Each number is a {@link Bookmark}, so behind it
 * stands an "@" and the hash of the commit there; but for 0, which is the same in every log.
 */
final class TokenText {

    private static final String NONE = "none";
    private static final String REPLAY = "replay";
    private static final String MERGED = "merged";

    private final String text;
    private final List<Bookmark> bookmarks = new ArrayList<>();
    private int next;

    private TokenText(String text) {
        this.text = text;
    }

    /** Every position in the token; whoever wants to write it must have a bookmark for each. */
    static Set<Long> positions(@Nullable TrackingToken token) {
        Set<Long> positions = new HashSet<>();
        write(token, position -> {
            positions.add(position);
            return Bookmark.START;
        });
        return positions;
    }

    static String write(@Nullable TrackingToken token, LongFunction<Bookmark> bookmarks) {
        return switch (token) {
            case null -> NONE;
            case GlobalSequenceTrackingToken position -> bookmarks.apply(position.getGlobalIndex()).toString();
            case MergedTrackingToken merged ->
                pair(MERGED, merged.lowerSegmentToken(), merged.upperSegmentToken(), bookmarks);
            case ReplayToken replay when replay.context() == null ->
                pair(REPLAY, replay.getTokenAtReset(), replay.getCurrentToken(), bookmarks);
            case ReplayToken replay -> throw new IllegalArgumentException(
                    "Cannot store a replay with the context %s: reset without a context".formatted(replay.context()));
            default -> throw new IllegalArgumentException(
                    "Cannot store a %s: a token of this store is a position, a replay or a merge of them"
                            .formatted(token.getClass().getSimpleName()));
        };
    }

    private static String pair(String kind, @Nullable TrackingToken first, @Nullable TrackingToken second,
            LongFunction<Bookmark> bookmarks) {
        return kind + "(" + write(first, bookmarks) + "," + write(second, bookmarks) + ")";
    }

    static @Nullable TrackingToken read(String text) {
        return new TokenText(text).whole();
    }

    /** What must be in the log for the token to mean anything there. */
    static List<Bookmark> bookmarks(String text) {
        TokenText reader = new TokenText(text);
        reader.whole();
        return reader.bookmarks;
    }

    private @Nullable TrackingToken whole() {
        TrackingToken token = token();
        if (next != text.length()) {
            throw unreadable();
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
            default -> {
                Bookmark bookmark = bookmark(word);
                bookmarks.add(bookmark);
                yield new GlobalSequenceTrackingToken(bookmark.position());
            }
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

    private Bookmark bookmark(String word) {
        try {
            return Bookmark.parse(word);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private IllegalStateException unreadable() {
        return new IllegalStateException("'" + text + "' is no token that this version can read");
    }
}
