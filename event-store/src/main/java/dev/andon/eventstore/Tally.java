package dev.andon.eventstore;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens to appends. Nobody waits for it, so that being watched costs an append nothing. */
final class Tally {

    private final LongAdder batches = new LongAdder();
    private final LongAdder nanoseconds = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder conflicts = new LongAdder();
    private final LongAdder lostRaces = new LongAdder();
    private final LongAdder unstored = new LongAdder();
    private final LongAdder unknown = new LongAdder();

    /** @param since by {@link System#nanoTime()} */
    void written(long since) {
        batches.increment();
        nanoseconds.add(System.nanoTime() - since);
    }

    void recorded(Commit commit) {
        commits.increment();
        events.add(commit.events().size());
    }

    void lostRace() {
        lostRaces.increment();
    }

    void refused(Throwable failure) {
        switch (failure) {
            case ConditionNotMetException _ -> conflicts.increment();
            case CommitOutcomeUnknownException _ -> unknown.increment();
            case NotStoredException _,HeadMovedException _ -> unstored.increment();
            default -> {
            }
        }
    }

    Figures figures(Waiting waiting, Tail tail) {
        return new Figures(batches.sum(), Duration.ofNanos(nanoseconds.sum()), commits.sum(), events.sum(),
                conflicts.sum(), lostRaces.sum(), unstored.sum(), unknown.sum(), waiting.turnedAway(),
                waiting.admitted(), waiting.admittedBytes(), tail.bytes(), tail.head().map(Head::position).orElse(0L));
    }
}
