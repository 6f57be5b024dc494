package dev.andon.query.chronicles;

import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.DocumentQuery;
import java.util.Locale;

/** What kind of thing a chronicle is about. Those of a kind are a group, and can be searched in an order of their own. */
public enum Kind {
    /** By name. */
    SERVICES,
    /** By when they went into production. */
    CHANGES,
    /** By number, like the rest where nothing else is said. */
    RUNBOOKS,
    /** By when they begin. */
    PLANNED_EVENTS,
    /** By when the busy period begins. */
    READINESS_CHECKS,
    /** By the day that they are about. */
    OPERATIONS_REVIEWS,
    ACTION_ITEMS,
    /** By service, then by when they were made: each is a document of its own, since a service is checked on for ever. */
    CHECK_INS,
    /** By runbook, then by when they were taken: each is a document of its own, since a runbook is followed again and again. */
    RUNBOOK_STEPS,
    /** By the position of the entry that was corrected or struck out; that may be a correction or a retraction itself. */
    AMENDMENTS;

    /** The group, and the index field that those of this kind, and no others, have. */
    String group() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The index field that those of this kind are in order by. */
    public String order() {
        return group();
    }

    public DocumentKey named(String name) {
        return new DocumentKey(group(), name);
    }

    public DocumentKey numbered(long number) {
        return DocumentKey.numbered(group(), number);
    }

    boolean has(DocumentKey key) {
        return key.group().equals(group());
    }

    /** All of this kind, in its order, a page of so many at a time. */
    public DocumentQuery inOrder(int page) {
        return DocumentQuery.first(page).sortedBy(group());
    }
}
