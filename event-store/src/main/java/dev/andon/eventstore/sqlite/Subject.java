package dev.andon.eventstore.sqlite;

/**
 * What is looked for: events of a type with a tag.
 *
 * @param tag encoded; {@link #ANY_EVENT} for all events of the type
 */
record Subject(String tag, String type) {

    static final String ANY_EVENT = "";
}
