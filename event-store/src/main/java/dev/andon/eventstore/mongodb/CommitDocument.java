package dev.andon.eventstore.mongodb;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CorruptCommitException;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.Hash;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.Tag;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.BSONException;
import org.bson.BsonBinary;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;
import org.bson.io.ByteBufferBsonInput;
import org.bson.types.Binary;

/**
 * A commit is one document, so it is there whole or not at all, on any topology and without a transaction. What comes
 * back is what was given, to the byte, or its hash would no longer fit: MongoDB's dates end at milliseconds, so
 * {@code occurredAt} is a text, and its field names forbid characters, so metadata is a list.
 */
final class CommitDocument {

    static final String FIRST = "_id";
    static final String COUNT = "n";
    static final String COMMIT_ID = "commitId";
    static final String COMMAND_ID = "commandId";
    static final String CONDITION = "condition";
    static final String RECORDED_AT = "recordedAt";
    static final String PREVIOUS_HASH = "previousHash";
    static final String HASH = "hash";
    static final String EVENTS = "events";

    static final String EVENT_ID = "id";
    static final String TYPE = "type";
    static final String VERSION = "version";
    static final String OCCURRED_AT = "occurredAt";
    static final String TAGS = "tags";
    static final String PAYLOAD = "payload";
    static final String METADATA = "metadata";

    static final String AFTER = "after";
    static final String CLAUSES = "clauses";
    static final String TYPES = "types";
    static final String KEY = "key";
    static final String VALUE = "value";

    private CommitDocument() {}

    /** Written straight into bytes, and read straight out of them: a replay has no time to make documents of them first. */
    static RawBsonDocument of(Commit commit) {
        BasicOutputBuffer bytes = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
            writer.writeStartDocument();
            writer.writeInt64(FIRST, commit.first());
            writer.writeInt32(COUNT, commit.events().size());
            writer.writeString(COMMIT_ID, commit.id());
            if (commit.commandId() != null) {
                writer.writeString(COMMAND_ID, commit.commandId());
            }
            if (!commit.condition().equals(AppendCondition.none())) {
                write(commit.condition(), writer);
            }
            writer.writeDateTime(RECORDED_AT, commit.recordedAt().toEpochMilli());
            writer.writeBinaryData(PREVIOUS_HASH, new BsonBinary(commit.previousHash().bytes()));
            writer.writeBinaryData(HASH, new BsonBinary(commit.hash().bytes()));
            writer.writeStartArray(EVENTS);
            for (EventData event : commit.events()) {
                write(event, writer);
            }
            writer.writeEndArray();
            writer.writeEndDocument();
        }
        return new RawBsonDocument(bytes.getInternalBuffer(), 0, bytes.getPosition());
    }

    private static void write(AppendCondition condition, BsonWriter writer) {
        writer.writeStartDocument(CONDITION);
        writer.writeInt64(AFTER, condition.after());
        writer.writeStartArray(CLAUSES);
        for (Criteria.Clause clause : condition.criteria().clauses()) {
            writer.writeStartDocument();
            write(TAGS, encoded(clause.tags()), writer);
            write(TYPES, clause.types(), writer);
            writer.writeEndDocument();
        }
        writer.writeEndArray();
        writer.writeEndDocument();
    }

    private static void write(EventData event, BsonWriter writer) {
        writer.writeStartDocument();
        writer.writeString(EVENT_ID, event.id());
        writer.writeString(TYPE, event.type());
        writer.writeString(VERSION, event.version());
        writer.writeString(OCCURRED_AT, event.occurredAt().toString());
        write(TAGS, encoded(event.tags()), writer);
        writer.writeBinaryData(PAYLOAD, new BsonBinary(event.payload()));
        writer.writeStartArray(METADATA);
        event.metadata().forEach((key, value) -> {
            writer.writeStartDocument();
            writer.writeString(KEY, key);
            writer.writeString(VALUE, value);
            writer.writeEndDocument();
        });
        writer.writeEndArray();
        writer.writeEndDocument();
    }

    private static void write(String field, Collection<String> texts, BsonWriter writer) {
        writer.writeStartArray(field);
        texts.forEach(writer::writeString);
        writer.writeEndArray();
    }

    static List<String> encoded(Collection<Tag> tags) {
        return tags.stream().map(Tag::encoded).sorted().toList();
    }

    static Commit commit(RawBsonDocument document) {
        CommitReading reading = new CommitReading();
        try (BsonBinaryReader reader = new BsonBinaryReader(new ByteBufferBsonInput(document.getByteBuffer()))) {
            return reading.commit(reader);
        } catch (BSONException | IllegalArgumentException | DateTimeException malformed) {
            throw new CorruptCommitException(reading.first(), "its document is not a commit", malformed);
        }
    }

    static Head head(Document document) {
        long first = document.getLong(FIRST);
        try {
            return new Head(
                    first + required(document, COUNT, Integer.class) - 1,
                    Hash.of(required(document, HASH, Binary.class).getData()),
                    required(document, RECORDED_AT, Date.class).toInstant());
        } catch (ClassCastException | IllegalArgumentException malformed) {
            throw new CorruptCommitException(first, "its document is not a commit", malformed);
        }
    }

    private static <T> T required(Document document, String field, Class<T> type) {
        T value = document.get(field, type);
        if (value == null) {
            throw new IllegalArgumentException("No " + field);
        }
        return value;
    }
}
