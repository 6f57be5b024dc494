package dev.andon.eventstore.sqlite;

import java.util.Comparator;

/**
 * What is looked for: events of a type with a tag.
 *
 * @param tag encoded; {@link #ANY_EVENT} for all events of the type
 */
record Subject(String tag, String type) {

    /** As the file has them. */
    static final Comparator<Subject> IN_ORDER = Comparator.comparing(Subject::tag).thenComparing(Subject::type);

    static final String ANY_EVENT = "";
}
