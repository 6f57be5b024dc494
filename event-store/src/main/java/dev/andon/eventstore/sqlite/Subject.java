package dev.andon.eventstore.sqlite;

import java.util.Comparator;

/**
 * What is looked for: events of a type with a tag.
 *
 * @param tag encoded; {@link #ANY_EVENT} for all events of the type
 */
record Subject(String tag, String type) {

    /** As the file has them. */
    static final Comparator<Subject> IN_ORDER = Subject::compare;

    static final String ANY_EVENT = "";

    /** By hand: it is asked a dozen times for each occurrence of a subject, and one made of others costs twice as much. */
    private static int compare(Subject one, Subject other) {
        int tags = one.tag.compareTo(other.tag);
        return tags == 0 ? one.type.compareTo(other.type) : tags;
    }
}
