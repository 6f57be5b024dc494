/**
 * A gapless, conflict-checking event log and what is built on it, free of any framework. Start at
 * {@link dev.andon.eventstore.EventStore}; where the bytes go is behind {@link dev.andon.eventstore.EventLog}.
 */
@NullMarked
package dev.andon.eventstore;

import org.jspecify.annotations.NullMarked;
