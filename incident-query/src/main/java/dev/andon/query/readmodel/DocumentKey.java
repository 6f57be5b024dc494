package dev.andon.query.readmodel;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** A document for each of these, which are nearly always one: it is asked for each event of a log. */
    public static <T> Set<DocumentKey> ofEach(Set<T> named, Function<T, DocumentKey> name) {
        return named.size() == 1
                ? Set.of(name.apply(named.iterator().next()))
                : named.stream().map(name).collect(Collectors.toSet());
    }

    /** What a record has of its own calls a method for each component, and a rebuild asks several times for each event. */
    @Override
    public int hashCode() {
        return 31 * group.hashCode() + id.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentKey that && group.equals(that.group) && id.equals(that.id);
    }
}
