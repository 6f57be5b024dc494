/**
 * The embedded event log: one durable SQLite file that needs no server and belongs to one process at a time. Start at
 * {@link dev.andon.eventstore.sqlite.SqliteEventLog}.
 */
@NullMarked
package dev.andon.eventstore.sqlite;

import org.jspecify.annotations.NullMarked;
