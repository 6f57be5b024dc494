package dev.andon.query.audit;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CommitEncoding;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.Hash;
import dev.andon.eventstore.Tag;
import dev.andon.kernel.json.AndonJson;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Collection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a log as CloudEvents, one to a line, with all that is needed to build the same log from them.
 *
 * <p>Keeps: what it wrote is a chain without a gap, every commit what its hash says. A backup is looked at when it is needed;
 * one that had been made of a damaged log without a word would only then turn out to be none.
 */
public final class JournalWriter {

    private static final JsonMapper JSON = AndonJson.mapper();

    private final long after;
    private long next;
    private @Nullable Hash previous;

    /** @param after the last position that is not wanted; it may be inside a commit */
    public JournalWriter(long after) {
        this.after = after;
        this.next = after + 1;
    }

    /** The lines of the commit that comes next, each with its line break. */
    public byte[] lines(Commit commit) {
        check(commit);
        var lines = new ByteArrayOutputStream();
        for (int index = 0; index < commit.events().size(); index++) {
            if (commit.first() + index > after) {
                lines.writeBytes(JSON.writeValueAsBytes(line(commit, index)));
                lines.write('\n');
            }
        }
        previous = commit.hash();
        next = commit.last() + 1;
        return lines.toByteArray();
    }

    private void check(Commit commit) {
        boolean connects = previous == null
                ? commit.first() <= next && commit.last() >= next
                : commit.first() == next && commit.previousHash().equals(previous);
        if (!connects || !CommitEncoding.hash(commit).equals(commit.hash())) {
            throw new IllegalStateException(
                    "The log is damaged at position %d; `verify` says more. The journal ends before it".formatted(
                            commit.first()));
        }
    }

    private static ObjectNode line(Commit commit, int index) {
        EventData event = commit.events().get(index);
        ObjectNode line = JSON.createObjectNode()
                .put(Attributes.SPEC_VERSION, "1.0")
                .put(Attributes.ID, event.id())
                .put(Attributes.SOURCE, Attributes.ANDON)
                .put(Attributes.TYPE, Attributes.TYPE_PREFIX + event.type())
                .put(Attributes.TIME, event.occurredAt().toString())
                .put(Attributes.RECORDED_TIME, commit.recordedAt().toString())
                .put(Attributes.SEQUENCE, "%019d".formatted(commit.first() + index))
                .put(Attributes.FORMAT, Integer.toString(Attributes.CURRENT_FORMAT))
                .put(Attributes.VERSION, event.version())
                .put(Attributes.TAGS, JSON.writeValueAsString(encoded(event.tags())))
                .put(Attributes.METADATA, JSON.writeValueAsString(new TreeMap<>(event.metadata())))
                .put(Attributes.COMMIT_ID, commit.id())
                .put(Attributes.COMMIT_INDEX, Integer.toString(index))
                .put(Attributes.COMMIT_SIZE, Integer.toString(commit.events().size()));
        if (index == 0) {
            putCommit(commit, line);
        }
        JsonNode json = Payload.json(event.payload());
        line.put(Attributes.CONTENT_TYPE, json == null ? Attributes.BYTES : Attributes.JSON);
        return json == null
                ? line.put(Attributes.DATA_BASE64, Base64.getEncoder().encodeToString(event.payload()))
                : line.set(Attributes.DATA, json);
    }

    private static void putCommit(Commit commit, ObjectNode line) {
        if (commit.commandId() != null) {
            line.put(Attributes.COMMAND_ID, commit.commandId());
        }
        if (!commit.condition().equals(AppendCondition.none())) {
            line.put(Attributes.CONDITION_AFTER, Long.toString(commit.condition().after()));
            line.put(Attributes.CONDITION, JSON.writeValueAsString(clauses(commit.condition().criteria())));
        }
        line.put(Attributes.PREVIOUS_HASH, commit.previousHash().hex());
        line.put(Attributes.HASH, commit.hash().hex());
    }

    private static ArrayNode clauses(Criteria criteria) {
        ArrayNode clauses = JSON.createArrayNode();
        for (Criteria.Clause each : criteria.clauses()) {
            ObjectNode clause = clauses.addObject();
            encoded(each.tags()).forEach(clause.putArray(Attributes.CLAUSE_TAGS)::add);
            each.types().stream().sorted().forEach(clause.putArray(Attributes.CLAUSE_TYPES)::add);
        }
        return clauses;
    }

    private static Collection<String> encoded(Collection<Tag> tags) {
        return tags.stream().map(Tag::encoded).sorted().toList();
    }
}
