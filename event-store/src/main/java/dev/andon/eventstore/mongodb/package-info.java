/**
 * The event log on MongoDB: one document per commit, whose id is its first position, so that inserting it is the
 * compare-and-set. Start at {@link dev.andon.eventstore.mongodb.MongoEventLog}.
 */
@NullMarked
package dev.andon.eventstore.mongodb;

import org.jspecify.annotations.NullMarked;
