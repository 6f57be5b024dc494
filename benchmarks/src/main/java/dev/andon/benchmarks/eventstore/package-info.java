/**
 * The event store beside what the same driver, the same file and another engine do with the same commits. Everything that
 * is compared takes turns in one run, and a log that does not verify afterwards voids its figures.
 */
@NullMarked
package dev.andon.benchmarks.eventstore;

import org.jspecify.annotations.NullMarked;
