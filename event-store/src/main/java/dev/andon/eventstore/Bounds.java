package dev.andon.eventstore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every log can take, whatever it is kept in. A log that took more than another could would fail the whole batch
 * that a commit travels in: eight megabytes of one-letter metadata are twice the sixteen that a MongoDB document may have.
 */
final class Bounds {

    static final int EVENTS = 1_000;
    static final int BYTES = 8 * 1024 * 1024;
    static final int CHARACTERS = 512;
    static final int TAGS_OF_AN_EVENT = 64;
    static final int METADATA_OF_AN_EVENT = 64;
    static final int CLAUSES = 256;

    private static final int SHOWN = 40;

    private Bounds() {}

    static void check(@Nullable String commandId, AppendCondition condition, List<EventData> events) {
        atMost(EVENTS, events.size(), "A commit holds at most %,d events, not %,d");
        atMost(CLAUSES, condition.criteria().clauses().size(), "A condition has at most %,d clauses, not %,d");
        if (commandId != null) {
            check("command id", commandId);
        }
        for (Criteria.Clause clause : condition.criteria().clauses()) {
            clause.tags().forEach(Bounds::check);
            clause.types().forEach(type -> check("type", type));
            atMost(TAGS_OF_AN_EVENT, clause.tags().size(), "A clause has at most %,d tags, not %,d");
            atMost(TAGS_OF_AN_EVENT, clause.types().size(), "A clause has at most %,d types, not %,d");
        }
        events.forEach(Bounds::check);
    }

    private static void check(EventData event) {
        check("event id", event.id());
        check("type", event.type());
        check("version", event.version());
        event.tags().forEach(Bounds::check);
        atMost(TAGS_OF_AN_EVENT, event.tags().size(), "An event has at most %,d tags, not %,d");
        atMost(METADATA_OF_AN_EVENT, event.metadata().size(), "An event has at most %,d entries of metadata, not %,d");
    }

    private static void check(Tag tag) {
        // to encode a key makes it twice as long at most, and hardly any tag comes near
        if (2 * tag.key().length() + 1 + tag.value().length() > CHARACTERS) {
            check("tag", tag.encoded());
        }
    }

    private static void check(String what, String text) {
        if (text.length() > CHARACTERS) {
            throw new CommitTooLargeException("A %s has at most %,d characters, not %,d: %s…"
                    .formatted(what, CHARACTERS, text.length(), text.substring(0, SHOWN)));
        }
    }

    static void atMost(int bound, int actual, String sentence) {
        if (actual > bound) {
            throw new CommitTooLargeException(sentence.formatted(bound, actual));
        }
    }
}
