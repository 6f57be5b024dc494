package dev.andon.query.readmodel;

/**
 * Names a document. Documents of one group are read together, ordered by id as text: an incident's timeline is a group.
 */
public record DocumentKey(String group, String id) {

    /** A document that is a group by itself. */
    public static DocumentKey single(String id) {
        return new DocumentKey(id, "");
    }

    /** An id that sorts as text the way the number sorts. */
    public static DocumentKey numbered(String group, long number) {
        return new DocumentKey(group, Sortable.number(number));
    }
}
