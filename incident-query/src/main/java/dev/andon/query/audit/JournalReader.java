package dev.andon.query.audit;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CommitEncoding;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.Hash;
import dev.andon.eventstore.Tag;
import dev.andon.kernel.json.AndonJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes commits of what {@link JournalWriter} wrote.
 *
 * <p>Keeps: a commit comes out only if it is what its hash was computed from, and stands right behind the one before it. With
 * an edited line in between, everything behind it would still look like a log.
 */
public final class JournalReader {

    private static final JsonMapper JSON = AndonJson.mapper();

    private long line;
    private @Nullable JsonNode commit;
    private final List<EventData> events = new ArrayList<>();
    private @Nullable Commit last;

    /** The commit that this line ends, if it ends one. */
    public Optional<Commit> read(String text) {
        line++;
        JsonNode event = parsed(text);
        try {
            return accept(event);
        } catch (IllegalArgumentException | DateTimeException | JacksonException malformed) {
            throw new JournalFault(line, "is no event of a journal: " + malformed.getMessage());
        }
    }

    /** To be called behind the last line. */
    public void end() {
        if (!events.isEmpty()) {
            throw new JournalFault(line,
                    "is the last one, but %d of the %s events of its commit are missing: the journal "
                            .formatted(size() - events.size(), size())
                            + "was cut short. What came before that commit is imported; import the whole journal to go on");
        }
    }

    private JsonNode parsed(String text) {
        JsonNode event;
        try {
            event = JSON.readTree(text);
        } catch (JacksonException _) {
            event = JSON.missingNode();
        }
        if (!event.isObject()) {
            throw new JournalFault(line,
                    "is no JSON object. If it is the last one, the journal was cut short: what came "
                            + "before it is imported; import the whole journal to go on");
        }
        String format = event.path(Attributes.FORMAT).asString("");
        if (!format.equals(Integer.toString(Attributes.CURRENT_FORMAT))) {
            throw new JournalFault(line, format.isEmpty()
                    ? "is no event of a journal: it has no %s".formatted(Attributes.FORMAT)
                    : "has the format %s, and this version of Andon knows only %d: import it with the version that wrote it, or a later one"
                            .formatted(format, Attributes.CURRENT_FORMAT));
        }
        return event;
    }

    private Optional<Commit> accept(JsonNode event) {
        long index = number(event, Attributes.COMMIT_INDEX);
        if (index != events.size()) {
            throw new JournalFault(line,
                    "is event %d of its commit, where event %d comes next: lines are missing, doubled or "
                            .formatted(index, events.size())
                            + "in another order. A journal begins where a commit begins");
        }
        if (index == 0) {
            commit = event;
        } else if (!text(event, Attributes.COMMIT_ID).equals(text(begun(), Attributes.COMMIT_ID))) {
            throw new JournalFault(line, "belongs to another commit than the line before it, which was not at its end");
        }
        if (number(event, Attributes.SEQUENCE) != number(begun(), Attributes.SEQUENCE) + index) {
            throw new JournalFault(line, "does not stand behind the line before it");
        }
        events.add(data(event));
        if (events.size() < size()) {
            return Optional.empty();
        }
        Commit complete = checked(complete(begun()));
        events.clear();
        last = complete;
        return Optional.of(complete);
    }

    private Commit complete(JsonNode first) {
        return new Commit(
                number(first, Attributes.SEQUENCE),
                text(first, Attributes.COMMIT_ID),
                first.has(Attributes.COMMAND_ID) ? text(first, Attributes.COMMAND_ID) : null,
                condition(first),
                Instant.parse(text(first, Attributes.RECORDED_TIME)),
                new Hash(text(first, Attributes.PREVIOUS_HASH)),
                new Hash(text(first, Attributes.HASH)),
                events);
    }

    private Commit checked(Commit complete) {
        if (!CommitEncoding.hash(complete).equals(complete.hash())) {
            throw new JournalFault(line,
                    "ends a commit that is not what its hash was computed from: something in it was changed");
        }
        if (last != null && !complete.follows(last.head())) {
            throw new JournalFault(line,
                    "ends a commit that does not follow the one before it: that ends at position %d, and this begins at %d"
                            .formatted(last.last(), complete.first()));
        }
        return complete;
    }

    private JsonNode begun() {
        if (commit == null) {
            throw new IllegalStateException("No commit has begun");
        }
        return commit;
    }

    private long size() {
        return number(begun(), Attributes.COMMIT_SIZE);
    }

    private static EventData data(JsonNode event) {
        String type = text(event, Attributes.TYPE);
        if (!type.startsWith(Attributes.TYPE_PREFIX)) {
            throw new IllegalArgumentException("its type does not begin with " + Attributes.TYPE_PREFIX);
        }
        Map<String, String> metadata = new HashMap<>();
        JSON.readTree(text(event, Attributes.METADATA)).properties()
                .forEach(each -> metadata.put(each.getKey(), each.getValue().stringValue()));
        return new EventData(
                text(event, Attributes.ID),
                type.substring(Attributes.TYPE_PREFIX.length()),
                text(event, Attributes.VERSION),
                Instant.parse(text(event, Attributes.TIME)),
                tags(JSON.readTree(text(event, Attributes.TAGS))),
                event.has(Attributes.DATA)
                        ? Payload.bytes(event.get(Attributes.DATA))
                        : Base64.getDecoder().decode(text(event, Attributes.DATA_BASE64)),
                metadata);
    }

    private static AppendCondition condition(JsonNode first) {
        if (!first.has(Attributes.CONDITION)) {
            return AppendCondition.none();
        }
        List<Criteria.Clause> clauses = new ArrayList<>();
        for (JsonNode clause : JSON.readTree(text(first, Attributes.CONDITION))) {
            Set<String> types = new HashSet<>();
            clause.path(Attributes.CLAUSE_TYPES).forEach(type -> types.add(type.stringValue()));
            clauses.add(new Criteria.Clause(tags(clause.path(Attributes.CLAUSE_TAGS)), types));
        }
        return new AppendCondition(new Criteria(clauses), number(first, Attributes.CONDITION_AFTER));
    }

    private static Set<Tag> tags(JsonNode encoded) {
        Set<Tag> tags = new HashSet<>();
        encoded.forEach(tag -> tags.add(Tag.decoded(tag.stringValue())));
        return tags;
    }

    private static long number(JsonNode event, String name) {
        return Long.parseLong(text(event, name));
    }

    private static String text(JsonNode event, String name) {
        JsonNode value = event.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return value.stringValue();
    }
}
