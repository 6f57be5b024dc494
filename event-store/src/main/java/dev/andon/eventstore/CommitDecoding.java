package dev.andon.eventstore;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads back what {@link CommitEncoding} wrote, and nothing else: a byte too many or too few is an error, since a
 * lenient reader would call two different stored texts the same commit.
 */
public final class CommitDecoding {

    private static final char REPLACEMENT = '\uFFFD';

    private final ByteBuffer in;

    private CommitDecoding(ByteBuffer bytes) {
        in = bytes;
    }

    /**
     * The commit that these bytes are the encoding of.
     *
     * @param position where the bytes were found, to be named if they make no sense
     * @param hash taken as it is; {@link LogVerifier} is who recomputes it
     */
    public static Commit decode(long position, byte[] bytes, Hash hash) {
        return decode(position, ByteBuffer.wrap(bytes), hash);
    }

    /** @param bytes up to their limit, in an array from its beginning */
    static Commit decode(long position, ByteBuffer bytes, Hash hash) {
        CommitDecoding decoding = new CommitDecoding(bytes);
        try {
            Commit commit = decoding.commit(hash);
            if (decoding.in.hasRemaining()) {
                throw new CorruptCommitException(position, decoding.in.remaining() + " bytes follow its end");
            }
            return commit;
        } catch (BufferUnderflowException | CharacterCodingException | DateTimeException
                | IllegalArgumentException malformed) {
            throw new CorruptCommitException(position, "its bytes are not a commit", malformed);
        }
    }

    private Commit commit(Hash hash) throws CharacterCodingException {
        byte format = in.get();
        if (format != CommitEncoding.FORMAT) {
            throw new IllegalArgumentException("Format " + format);
        }
        long first = in.getLong();
        String id = text();
        String commandId = flag() ? text() : null;
        AppendCondition condition = condition();
        Instant recordedAt = Instant.ofEpochMilli(in.getLong());
        byte[] previousHash = bytes(32);
        int count = size();
        List<EventData> events = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            events.add(event());
        }
        return new Commit(first, id, commandId, condition, recordedAt, Hash.of(previousHash), hash, events);
    }

    private AppendCondition condition() throws CharacterCodingException {
        long after = in.getLong();
        int count = size();
        List<Criteria.Clause> clauses = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            clauses.add(new Criteria.Clause(tags(), texts()));
        }
        return new AppendCondition(new Criteria(clauses), after);
    }

    private EventData event() throws CharacterCodingException {
        String id = text();
        String type = text();
        String version = text();
        Instant occurredAt = Instant.ofEpochSecond(in.getLong(), in.getInt());
        Set<Tag> tags = tags();
        byte[] payload = bytes(size());
        int count = size();
        Map<String, String> metadata = new HashMap<>();
        for (int index = 0; index < count; index++) {
            metadata.put(text(), text());
        }
        return new EventData(id, type, version, occurredAt, tags, payload, metadata);
    }

    private Set<Tag> tags() throws CharacterCodingException {
        int count = size();
        Tag[] tags = new Tag[count];
        for (int index = 0; index < count; index++) {
            tags[index] = new Tag(text(), text());
        }
        return Set.of(tags);
    }

    private Set<String> texts() throws CharacterCodingException {
        int count = size();
        String[] texts = new String[count];
        for (int index = 0; index < count; index++) {
            texts[index] = text();
        }
        return Set.of(texts);
    }

    private boolean flag() {
        byte value = in.get();
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException("Flag " + value);
        }
        return value == 1;
    }

    private String text() throws CharacterCodingException {
        int size = size();
        String text = new String(in.array(), in.position(), size, StandardCharsets.UTF_8);
        // what is no UTF-8 has become this character, which may also be what was written
        if (text.indexOf(REPLACEMENT) >= 0) {
            StandardCharsets.UTF_8.newDecoder().decode(in.slice(in.position(), size));
        }
        in.position(in.position() + size);
        return text;
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        in.get(bytes);
        return bytes;
    }

    /** Every element takes at least a byte, so a greater size is nonsense, and no reason to ask for that much memory. */
    private int size() {
        int size = in.getInt();
        if (size < 0 || size > in.remaining()) {
            throw new IllegalArgumentException("Size " + size);
        }
        return size;
    }
}
