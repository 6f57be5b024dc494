package dev.andon.eventstore;

import java.time.Duration;

/**
 * What a store has done since it was opened, and what it holds now. For whoever watches it: no decision may rest on it, for
 * each figure is read by itself.
 *
 * @param batches that were written; each holds what had been waiting, up to a limit
 * @param writing how long that took, together
 * @param conflicts appends whose condition did not hold
 * @param lostRaces batches that another process got ahead of, and that were built anew
 * @param unstored appends of which the log said that it took nothing
 * @param unknown appends of which nobody knows whether they were stored
 * @param turnedAway appends that were refused since too much was waiting
 * @param waiting appends that were taken and not answered yet
 * @param tailBytes of memory for the last commits, about
 * @param head the last position that this process knows of
 */
public record Figures(
        long batches,
        Duration writing,
        long commits,
        long events,
        long conflicts,
        long lostRaces,
        long unstored,
        long unknown,
        long turnedAway,
        int waiting,
        long waitingBytes,
        long tailBytes,
        long head) {}
