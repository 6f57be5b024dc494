/**
 * What it costs to be asked: how fast read models come back from the log, and how long an answer takes when there is a lot
 * to know. The server runs in a process of its own, on an embedded log that is filled before.
 */
@NullMarked
package dev.andon.benchmarks.queries;

import org.jspecify.annotations.NullMarked;
