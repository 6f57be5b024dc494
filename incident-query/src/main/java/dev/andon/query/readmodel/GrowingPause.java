package dev.andon.query.readmodel;

import java.time.Duration;

/** Waits for a bell, each time twice as long as the time before: who asks again at once asks for nothing, mostly. */
final class GrowingPause {

    private static final Duration SHORTEST = Duration.ofMillis(5);

    private final Bell bell;
    private Duration next = SHORTEST;

    GrowingPause(Bell bell) {
        this.bell = bell;
    }

    void reset() {
        next = SHORTEST;
    }

    /** True if it rang; the next pause is longer, but no longer than this. */
    boolean await(Duration longest) {
        boolean rang = bell.await(next);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return rang;
    }
}
