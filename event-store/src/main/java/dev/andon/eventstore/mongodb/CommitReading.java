package dev.andon.eventstore.mongodb;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CorruptCommitException;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.Hash;
import dev.andon.eventstore.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/**
 * One commit, read field by field, in whatever order the fields come: a server, or whoever put a backup back, may have
 * changed it. What is missing or of another type is an {@link IllegalArgumentException} or one of BSON's own.
 */
final class CommitReading {

    private long first;
    private int count;
    private @Nullable String commitId;
    private @Nullable String commandId;
    private AppendCondition condition = AppendCondition.none();
    private @Nullable Instant recordedAt;
    private @Nullable Hash previousHash;
    private @Nullable Hash hash;
    private @Nullable List<EventData> events;

    /** As far as it has been read; the server puts it in front of all others. */
    long first() {
        return first;
    }

    Commit commit(BsonReader reader) {
        fields(reader, field -> {
            switch (field) {
                case CommitDocument.FIRST -> first = reader.readInt64();
                case CommitDocument.COUNT -> count = reader.readInt32();
                case CommitDocument.COMMIT_ID -> commitId = reader.readString();
                case CommitDocument.COMMAND_ID -> commandId = reader.readString();
                case CommitDocument.CONDITION -> condition = condition(reader);
                case CommitDocument.RECORDED_AT -> recordedAt = Instant.ofEpochMilli(reader.readDateTime());
                case CommitDocument.PREVIOUS_HASH -> previousHash = Hash.of(reader.readBinaryData().getData());
                case CommitDocument.HASH -> hash = Hash.of(reader.readBinaryData().getData());
                case CommitDocument.EVENTS -> events = list(reader, () -> event(reader));
                default -> reader.skipValue();
            }
        });
        List<EventData> all = present(events, CommitDocument.EVENTS);
        if (all.size() != count) {
            throw new CorruptCommitException(first, "it does not hold as many events as it says");
        }
        return new Commit(first, present(commitId, CommitDocument.COMMIT_ID), commandId, condition,
                present(recordedAt, CommitDocument.RECORDED_AT), present(previousHash, CommitDocument.PREVIOUS_HASH),
                present(hash, CommitDocument.HASH), all);
    }

    private static AppendCondition condition(BsonReader reader) {
        var read = new Object() {
            private @Nullable Long after;
            private @Nullable List<Criteria.Clause> clauses;
        };
        fields(reader, field -> {
            switch (field) {
                case CommitDocument.AFTER -> read.after = reader.readInt64();
                case CommitDocument.CLAUSES -> read.clauses = list(reader, () -> clause(reader));
                default -> reader.skipValue();
            }
        });
        return new AppendCondition(new Criteria(present(read.clauses, CommitDocument.CLAUSES)),
                present(read.after, CommitDocument.AFTER));
    }

    private static Criteria.Clause clause(BsonReader reader) {
        var read = new Object() {
            private @Nullable List<Tag> tags;
            private @Nullable List<String> types;
        };
        fields(reader, field -> {
            switch (field) {
                case CommitDocument.TAGS -> read.tags = tags(reader);
                case CommitDocument.TYPES -> read.types = list(reader, reader::readString);
                default -> reader.skipValue();
            }
        });
        return new Criteria.Clause(
                Set.copyOf(present(read.tags, CommitDocument.TAGS)),
                Set.copyOf(present(read.types, CommitDocument.TYPES)));
    }

    private static EventData event(BsonReader reader) {
        var read = new Object() {
            private @Nullable String id;
            private @Nullable String type;
            private @Nullable String version;
            private @Nullable Instant occurredAt;
            private @Nullable List<Tag> tags;
            private byte @Nullable [] payload;
            private @Nullable Map<String, String> metadata;
        };
        fields(reader, field -> {
            switch (field) {
                case CommitDocument.EVENT_ID -> read.id = reader.readString();
                case CommitDocument.TYPE -> read.type = reader.readString();
                case CommitDocument.VERSION -> read.version = reader.readString();
                case CommitDocument.OCCURRED_AT -> read.occurredAt = Instant.parse(reader.readString());
                case CommitDocument.TAGS -> read.tags = tags(reader);
                case CommitDocument.PAYLOAD -> read.payload = reader.readBinaryData().getData();
                case CommitDocument.METADATA -> read.metadata = metadata(reader);
                default -> reader.skipValue();
            }
        });
        return new EventData(
                present(read.id, CommitDocument.EVENT_ID),
                present(read.type, CommitDocument.TYPE),
                present(read.version, CommitDocument.VERSION),
                present(read.occurredAt, CommitDocument.OCCURRED_AT),
                Set.copyOf(present(read.tags, CommitDocument.TAGS)),
                present(read.payload, CommitDocument.PAYLOAD),
                present(read.metadata, CommitDocument.METADATA));
    }

    private static List<Tag> tags(BsonReader reader) {
        return list(reader, () -> Tag.decoded(reader.readString()));
    }

    private static Map<String, String> metadata(BsonReader reader) {
        Map<String, String> metadata = new HashMap<>();
        list(reader, () -> {
            var entry = new HashMap<String, String>();
            fields(reader, field -> entry.put(field, reader.readString()));
            return metadata.put(
                    present(entry.get(CommitDocument.KEY), CommitDocument.KEY),
                    present(entry.get(CommitDocument.VALUE), CommitDocument.VALUE));
        });
        return metadata;
    }

    private static void fields(BsonReader reader, Consumer<String> field) {
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            field.accept(reader.readName());
        }
        reader.readEndDocument();
    }

    private static <T extends @Nullable Object> List<T> list(BsonReader reader, Supplier<T> element) {
        List<T> elements = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            elements.add(element.get());
        }
        reader.readEndArray();
        return elements;
    }

    private static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("No " + field);
        }
        return value;
    }
}
