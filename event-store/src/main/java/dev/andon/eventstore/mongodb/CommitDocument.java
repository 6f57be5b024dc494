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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

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

    private static final String AFTER = "after";
    private static final String CLAUSES = "clauses";
    private static final String TYPES = "types";
    private static final String KEY = "key";
    private static final String VALUE = "value";

    private CommitDocument() {}

    static Document of(Commit commit) {
        Document document = new Document(FIRST, commit.first())
                .append(COUNT, commit.events().size())
                .append(COMMIT_ID, commit.id());
        if (commit.commandId() != null) {
            document.append(COMMAND_ID, commit.commandId());
        }
        if (!commit.condition().equals(AppendCondition.none())) {
            document.append(CONDITION, of(commit.condition()));
        }
        return document.append(RECORDED_AT, Date.from(commit.recordedAt()))
                .append(PREVIOUS_HASH, new Binary(commit.previousHash().bytes()))
                .append(HASH, new Binary(commit.hash().bytes()))
                .append(EVENTS, commit.events().stream().map(CommitDocument::of).toList());
    }

    private static Document of(AppendCondition condition) {
        return new Document(AFTER, condition.after()).append(CLAUSES, condition.criteria().clauses().stream()
                .map(clause -> new Document(TAGS, encoded(clause.tags())).append(TYPES, List.copyOf(clause.types())))
                .toList());
    }

    private static Document of(EventData event) {
        return new Document(EVENT_ID, event.id())
                .append(TYPE, event.type())
                .append(VERSION, event.version())
                .append(OCCURRED_AT, event.occurredAt().toString())
                .append(TAGS, encoded(event.tags()))
                .append(PAYLOAD, new Binary(event.payload()))
                .append(METADATA, event.metadata().entrySet().stream()
                        .map(entry -> new Document(KEY, entry.getKey()).append(VALUE, entry.getValue())).toList());
    }

    static List<String> encoded(Collection<Tag> tags) {
        return tags.stream().map(Tag::encoded).sorted().toList();
    }

    static Commit commit(Document document) {
        long first = document.getLong(FIRST);
        try {
            List<EventData> events = documents(document, EVENTS).stream().map(CommitDocument::event).toList();
            if (events.size() != required(document, COUNT, Integer.class)) {
                throw new CorruptCommitException(first, "it does not hold as many events as it says");
            }
            return new Commit(first, text(document, COMMIT_ID), document.getString(COMMAND_ID), condition(document),
                    instant(document), hash(document, PREVIOUS_HASH), hash(document, HASH), events);
        } catch (ClassCastException | IllegalArgumentException | DateTimeException malformed) {
            throw new CorruptCommitException(first, "its document is not a commit", malformed);
        }
    }

    static Head head(Document document) {
        long first = document.getLong(FIRST);
        try {
            return new Head(first + required(document, COUNT, Integer.class) - 1, hash(document, HASH),
                    instant(document));
        } catch (ClassCastException | IllegalArgumentException malformed) {
            throw new CorruptCommitException(first, "its document is not a commit", malformed);
        }
    }

    private static AppendCondition condition(Document commit) {
        Document condition = commit.get(CONDITION, Document.class);
        return condition == null
                ? AppendCondition.none()
                : new AppendCondition(new Criteria(documents(condition, CLAUSES).stream()
                        .map(clause -> new Criteria.Clause(tags(clause), Set.copyOf(texts(clause, TYPES)))).toList()),
                        required(condition, AFTER, Long.class));
    }

    private static EventData event(Document event) {
        Map<String, String> metadata = new HashMap<>();
        documents(event, METADATA).forEach(entry -> metadata.put(text(entry, KEY), text(entry, VALUE)));
        return new EventData(text(event, EVENT_ID), text(event, TYPE), text(event, VERSION),
                Instant.parse(text(event, OCCURRED_AT)), tags(event), required(event, PAYLOAD, Binary.class).getData(),
                metadata);
    }

    private static Set<Tag> tags(Document document) {
        return texts(document, TAGS).stream().map(Tag::decoded).collect(Collectors.toUnmodifiableSet());
    }

    private static Instant instant(Document commit) {
        return required(commit, RECORDED_AT, Date.class).toInstant();
    }

    private static Hash hash(Document document, String field) {
        return Hash.of(required(document, field, Binary.class).getData());
    }

    private static String text(Document document, String field) {
        return required(document, field, String.class);
    }

    private static List<String> texts(Document document, String field) {
        return list(document, field, String.class);
    }

    private static List<Document> documents(Document document, String field) {
        return list(document, field, Document.class);
    }

    /** Unlike {@link Document#getList}, goes through it only once, and a replay goes through a few for each event. */
    private static <T> List<T> list(Document document, String field, Class<T> type) {
        List<?> values = required(document, field, List.class);
        List<T> list = new ArrayList<>(values.size());
        for (Object value : values) {
            list.add(present(type.cast(value), field));
        }
        return list;
    }

    private static <T> T required(Document document, String field, Class<T> type) {
        return present(document.get(field, type), field);
    }

    private static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("No " + field);
        }
        return value;
    }
}
