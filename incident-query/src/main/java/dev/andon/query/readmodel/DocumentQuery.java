package dev.andon.query.readmodel;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which documents, in which order, and how many: conditions on the fields of {@link Projection#indexOf}, all of which must
 * hold. Values are compared as text. A document without the field it is compared or sorted by is not found.
 *
 * @param sortedBy an index field, or null for the order of the keys, which also decides between equal values
 * @param after where the page before this one ended
 */
public record DocumentQuery(
        List<Condition> conditions,
        @Nullable String sortedBy,
        boolean descending,
        @Nullable Cursor after,
        int limit) {

    /** How a field compares to a value. */
    public enum Comparison {
        EQUAL_TO, AT_LEAST, BELOW
    }

    /** What must hold of one field. */
    public record Condition(String field, Comparison comparison, String value) {}

    public DocumentQuery {
        conditions = List.copyOf(conditions);
        if (limit < 1) {
            throw new IllegalArgumentException("A page holds at least one document");
        }
    }

    /** The first so many of all documents, until it is narrowed. */
    public static DocumentQuery first(int limit) {
        return new DocumentQuery(List.of(), null, false, null, limit);
    }

    public DocumentQuery where(String field, String value) {
        return with(new Condition(field, Comparison.EQUAL_TO, value));
    }

    public DocumentQuery whereAtLeast(String field, String value) {
        return with(new Condition(field, Comparison.AT_LEAST, value));
    }

    public DocumentQuery whereBelow(String field, String value) {
        return with(new Condition(field, Comparison.BELOW, value));
    }

    public DocumentQuery sortedBy(String field) {
        return new DocumentQuery(conditions, field, descending, after, limit);
    }

    public DocumentQuery fromTheEnd() {
        return new DocumentQuery(conditions, sortedBy, true, after, limit);
    }

    public DocumentQuery continuingAfter(Cursor cursor) {
        return new DocumentQuery(conditions, sortedBy, descending, cursor, limit);
    }

    public DocumentQuery atMost(int documents) {
        return new DocumentQuery(conditions, sortedBy, descending, after, documents);
    }

    private DocumentQuery with(Condition condition) {
        return new DocumentQuery(Stream.concat(conditions.stream(), Stream.of(condition)).toList(), sortedBy,
                descending,
                after, limit);
    }
}
