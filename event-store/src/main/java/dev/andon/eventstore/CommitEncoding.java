package dev.andon.eventstore;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Different commits have different encodings, and one commit has one encoding, whichever log keeps it: otherwise a hash
 * would let something be swapped for something else. Joining fields by a separator breaks that at once, since tag
 * ("a", "b=c") and tag ("a=b", "c") both read a=b=c; so every field goes behind its own length, and every set is sorted.
 *
 * <p>A commit's hash is the SHA-256 digest of these fields in this order. Whole numbers are big-endian, {@code int} has
 * four bytes and {@code long} eight; a text is an int with the number of its UTF-8 bytes, then these; a list is an int
 * with its size, then its elements; sets of texts, of tags and of metadata entries are lists sorted by their UTF-8
 * bytes, unsigned, the key before the value.
 *
 * <pre>
 * commit     byte 1 (the format) · long first position · text id · byte 1 and text command id, or byte 0
 *            · long condition's "after" · list of clauses · long recordedAt (milliseconds since 1970)
 *            · 32 bytes previous hash · list of events
 * clause     set of tags · set of types
 * tag        text key · text value
 * event      text id · text type · text version · long occurredAt seconds · int its nanoseconds
 *            · set of tags · int and bytes of the payload · set of metadata entries (text key · text value)
 * </pre>
 */
public final class CommitEncoding {

    static final byte FORMAT = 1;

    private static final char FIRST_OF_SEVERAL_BYTES = 0x80;
    private static final int BYTES_BESIDE_EVENTS = 256;
    private static final int BYTES_OF_A_CLAUSE = 128;
    private static final int BYTES_BESIDE_PAYLOAD = 384;

    private static final Comparator<Tag> TAGS = Comparator.comparing(Tag::key, ByUtf8.ORDER)
            .thenComparing(Tag::value, ByUtf8.ORDER);

    private ByteBuffer out;

    private CommitEncoding(int likelySize) {
        out = ByteBuffer.allocate(likelySize);
    }

    /** Everything in the commit but its own hash. */
    public static byte[] encode(Commit commit) {
        return template(commit.id(), commit.commandId(), commit.condition(), commit.events())
                .filled(commit.first(), commit.recordedAt(), commit.previousHash());
    }

    /** All that does not depend on the commit's place. */
    static Template template(
            String id, @Nullable String commandId, AppendCondition condition, List<EventData> events) {
        CommitEncoding encoding = new CommitEncoding(likelySize(condition, events));
        encoding.out.put(FORMAT).putLong(0);
        encoding.text(id);
        encoding.optional(commandId);
        encoding.condition(condition);
        int gap = encoding.out.position();
        encoding.room(Long.BYTES + Hash.BYTES).putLong(0).put(Hash.ORIGIN.bytes());
        encoding.events(events);
        return new Template(encoding.out.array(), encoding.out.position(), gap);
    }

    /**
     * An encoding with gaps where it says what depends on the commit's place.
     *
     * @param bytes with some room behind them
     */
    record Template(byte[] bytes, int size, int gap) {

        private static final int FIRST = 1;

        byte[] filled(long first, Instant recordedAt, Hash previousHash) {
            return ByteBuffer.wrap(Arrays.copyOf(bytes, size)).putLong(FIRST, first)
                    .putLong(gap, recordedAt.toEpochMilli())
                    .put(gap + Long.BYTES, previousHash.bytes()).array();
        }
    }

    /** Of an array that need not be copied into a larger one. */
    private static int likelySize(AppendCondition condition, List<EventData> events) {
        long size = BYTES_BESIDE_EVENTS + BYTES_OF_A_CLAUSE * condition.criteria().clauses().size();
        for (EventData event : events) {
            size += BYTES_BESIDE_PAYLOAD + event.payload().length;
        }
        return (int) Math.min(size, Bounds.BYTES);
    }

    public static Hash hash(Commit commit) {
        return hash(encode(commit));
    }

    static Hash hash(byte[] encoded) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            out = ByteBuffer.allocate(Math.max(2 * out.capacity(), out.position() + bytes)).put(out.flip());
        }
        return out;
    }

    private void condition(AppendCondition condition) {
        room(Long.BYTES).putLong(condition.after());
        List<Criteria.Clause> clauses = condition.criteria().clauses();
        number(clauses.size());
        for (Criteria.Clause clause : clauses) {
            tags(clause.tags());
            texts(clause.types());
        }
    }

    private void events(List<EventData> events) {
        number(events.size());
        for (EventData event : events) {
            event(event);
        }
    }

    private void event(EventData event) {
        text(event.id());
        text(event.type());
        text(event.version());
        Instant occurredAt = event.occurredAt();
        room(Long.BYTES).putLong(occurredAt.getEpochSecond());
        number(occurredAt.getNano());
        tags(event.tags());
        bytes(event.payload());
        number(event.metadata().size());
        for (String key : sorted(event.metadata().keySet().toArray(String[]::new), ByUtf8.ORDER)) {
            text(key);
            text(String.valueOf(event.metadata().get(key)));
        }
    }

    private void tags(Collection<Tag> tags) {
        number(tags.size());
        for (Tag tag : sorted(tags.toArray(Tag[]::new), TAGS)) {
            text(tag.key());
            text(tag.value());
        }
    }

    private void texts(Collection<String> texts) {
        number(texts.size());
        for (String text : sorted(texts.toArray(String[]::new), ByUtf8.ORDER)) {
            text(text);
        }
    }

    private static <T> T[] sorted(T[] elements, Comparator<? super T> order) {
        Arrays.sort(elements, order);
        return elements;
    }

    private void optional(@Nullable String text) {
        room(1).put(text == null ? (byte) 0 : 1);
        if (text != null) {
            text(text);
        }
    }

    /** Nearly all of them are plain letters, and need no array of their own on their way. */
    private void text(String text) {
        int length = text.length();
        room(Integer.BYTES + length);
        byte[] array = out.array();
        int start = out.position() + Integer.BYTES;
        for (int index = 0; index < length; index++) {
            char character = text.charAt(index);
            if (character >= FIRST_OF_SEVERAL_BYTES) {
                bytes(utf8(text));
                return;
            }
            array[start + index] = (byte) character;
        }
        out.putInt(length).position(start + length);
    }

    private static byte[] utf8(String text) {
        // getBytes writes "?" for half a surrogate pair, and two texts would share one encoding
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(index))) {
                    throw new IllegalArgumentException("A text of the commit is not valid Unicode");
                }
                index++;
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void bytes(byte[] bytes) {
        room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
    }

    private void number(int number) {
        room(Integer.BYTES).putInt(number);
    }
}
