package dev.andon.eventstore;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    private static final Comparator<String> BY_BYTES = Comparator
            .comparing((String text) -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);
    private static final Comparator<Tag> TAGS = Comparator.comparing(Tag::key, BY_BYTES).thenComparing(Tag::value,
            BY_BYTES);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private CommitEncoding() {}

    /** Everything in the commit but its own hash. */
    public static byte[] encode(Commit commit) {
        CommitEncoding encoding = new CommitEncoding();
        try {
            encoding.commit(commit);
        } catch (CharacterCodingException notUnicode) {
            throw new IllegalArgumentException("A text of the commit is not valid Unicode", notUnicode);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return encoding.bytes.toByteArray();
    }

    public static Hash hash(Commit commit) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(encode(commit)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private void commit(Commit commit) throws IOException {
        out.writeByte(FORMAT);
        out.writeLong(commit.first());
        text(commit.id());
        optional(commit.commandId());
        out.writeLong(commit.condition().after());
        List<Criteria.Clause> clauses = commit.condition().criteria().clauses();
        out.writeInt(clauses.size());
        for (Criteria.Clause clause : clauses) {
            tags(clause.tags());
            texts(clause.types());
        }
        out.writeLong(commit.recordedAt().toEpochMilli());
        out.write(commit.previousHash().bytes());
        out.writeInt(commit.events().size());
        for (EventData event : commit.events()) {
            event(event);
        }
    }

    private void event(EventData event) throws IOException {
        text(event.id());
        text(event.type());
        text(event.version());
        Instant occurredAt = event.occurredAt();
        out.writeLong(occurredAt.getEpochSecond());
        out.writeInt(occurredAt.getNano());
        tags(event.tags());
        out.writeInt(event.payload().length);
        out.write(event.payload());
        out.writeInt(event.metadata().size());
        for (Map.Entry<String, String> entry : event.metadata().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_BYTES)).toList()) {
            text(entry.getKey());
            text(entry.getValue());
        }
    }

    private void tags(Collection<Tag> tags) throws IOException {
        out.writeInt(tags.size());
        for (Tag tag : tags.stream().sorted(TAGS).toList()) {
            text(tag.key());
            text(tag.value());
        }
    }

    private void texts(Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts.stream().sorted(BY_BYTES).toList()) {
            text(text);
        }
    }

    private void optional(@Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            text(text);
        }
    }

    private void text(String text) throws IOException {
        // getBytes would write "?" for half a surrogate pair, and two texts would share one encoding
        ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] utf8 = new byte[encoded.remaining()];
        encoded.get(utf8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
