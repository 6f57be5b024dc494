/**
 * What happened to everything that is no incident: services, changes, runbooks, planned events, readiness checks, operations
 * reviews, action items. One document holds the history of one thing, so that any of its states can be shown.
 */
@NullMarked
package dev.andon.query.chronicles;

import org.jspecify.annotations.NullMarked;
