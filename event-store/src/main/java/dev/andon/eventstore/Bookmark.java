package dev.andon.eventstore;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far somebody has come, and in which history. The position alone cannot tell: a log that was restored from an older
 * backup grows past it again, and who went on there would miss the events that it now has up to that position, and keep
 * what it made of events that are gone. The hash of the commit at the position names all that stands up to it.
 *
 * @param position the last one that was seen; 0 if none was
 * @param hash of the commit that holds this position
 */
public record Bookmark(long position, Hash hash) {

    /** Of one who has seen nothing; every log has it. */
    public static final Bookmark START = new Bookmark(0, Hash.ORIGIN);

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,17})@([0-9a-f]{64})");
    private static final String NOTHING_SEEN = "0";

    /** What {@link #toString} gave. */
    public static Bookmark parse(String text) {
        if (text.equals(NOTHING_SEEN)) {
            return START;
        }
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "Not a bookmark, which reads <position>@<64 hexadecimal digits>: " + text);
        }
        return new Bookmark(Long.parseLong(parts.group(1)), new Hash(parts.group(2)));
    }

    /** The position and, behind an "@", the hash; of {@link #START}, the position alone. */
    @Override
    public String toString() {
        return equals(START) ? NOTHING_SEEN : position + "@" + hash.hex();
    }
}
