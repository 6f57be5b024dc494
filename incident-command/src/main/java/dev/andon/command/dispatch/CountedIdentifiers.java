package dev.andon.command.dispatch;

import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.kernel.ActionItemId;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.Identifier;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.OperationsReviewId;
import dev.andon.kernel.PlannedEventId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ReadinessCheckId;
import dev.andon.kernel.RunbookId;
import dev.andon.kernel.event.ActionItemProposed;
import dev.andon.kernel.event.ChangeRegistered;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.OperationsReviewHeld;
import dev.andon.kernel.event.PlannedEventScheduled;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.kernel.event.ReadinessCheckOpened;
import dev.andon.kernel.event.RunbookPublished;
import dev.andon.kernel.json.EventCodec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Numbers that count up behind the highest in the log.
 *
 * <p>A number given out here is a guess: another process may have recorded it. The rule of the command refuses a taken one,
 * and the next guess is higher. Hence a gap now and then, and never a duplicate.
 */
final class CountedIdentifiers {

    private static final Map<Class<? extends Identifier>, Sequence> SEQUENCES = Map.of(
            IncidentId.class,
            new Sequence(IncidentDeclared.class, e -> ((IncidentDeclared) e).incidentId().number(), IncidentId::of),
            ProblemId.class,
            new Sequence(ProblemOpened.class, e -> ((ProblemOpened) e).problemId().number(), ProblemId::of),
            ChangeId.class,
            new Sequence(ChangeRegistered.class, e -> ((ChangeRegistered) e).changeId().number(), ChangeId::of),
            ActionItemId.class,
            new Sequence(
                    ActionItemProposed.class,
                    e -> ((ActionItemProposed) e).actionItemId().number(),
                    ActionItemId::of),
            RunbookId.class,
            new Sequence(RunbookPublished.class, e -> ((RunbookPublished) e).runbookId().number(), RunbookId::of),
            OperationsReviewId.class,
            new Sequence(
                    OperationsReviewHeld.class,
                    e -> ((OperationsReviewHeld) e).operationsReviewId().number(),
                    OperationsReviewId::of),
            ReadinessCheckId.class,
            new Sequence(
                    ReadinessCheckOpened.class,
                    e -> ((ReadinessCheckOpened) e).readinessCheckId().number(),
                    ReadinessCheckId::of),
            PlannedEventId.class,
            new Sequence(
                    PlannedEventScheduled.class,
                    e -> ((PlannedEventScheduled) e).plannedEventId().number(),
                    PlannedEventId::of));

    private final EventStore store;
    private final EventCodec codec = new EventCodec();
    private final Map<Class<? extends Identifier>, Counter> counters;
    private final long step;

    private record Sequence(
            Class<? extends Event> counted, ToLongFunction<Event> number, LongFunction<Identifier> identifier) {}

    CountedIdentifiers(EventStore store) {
        this(store, new ConcurrentHashMap<>(), 1);
    }

    private CountedIdentifiers(
            EventStore store, Map<Class<? extends Identifier>, Counter> counters, long step) {
        this.store = store;
        this.counters = counters;
        this.step = step;
    }

    /** Shows the numbers that come next, and leaves them where they are. */
    CountedIdentifiers provisional() {
        return new CountedIdentifiers(store, counters, 0);
    }

    Identifier next(Class<? extends Identifier> type) {
        Sequence sequence = SEQUENCES.get(type);
        if (sequence == null) {
            throw new IllegalArgumentException(type + " does not count");
        }
        return sequence.identifier().apply(counters.computeIfAbsent(type, _ -> new Counter(sequence)).next(step));
    }

    /** Reads what was counted since it was read last, which can be a lot; nothing if these do not count. */
    void catchUp(Class<? extends Identifier> type) {
        Counter counter = counters.get(type);
        if (counter != null) {
            counter.catchUp();
        }
    }

    /** The highest number given out here or seen in the log, and how far the log was read. */
    private final class Counter {

        private final Sequence sequence;
        private final AtomicLong highest = new AtomicLong();
        private long seen;

        Counter(Sequence sequence) {
            this.sequence = sequence;
            catchUp();
        }

        long next(long taken) {
            return highest.getAndAdd(taken) + 1;
        }

        synchronized void catchUp() {
            long head = Reading.now(store.head()).orElseThrow().position();
            Reading.now(store.read(Criteria.ofTypes(EventCodec.nameOf(sequence.counted())), seen, head)
                    .map(RecordedEvent::data)
                    .map(data -> codec.read(data.type(), data.version(), data.payload()))
                    .doOnNext(event -> highest.accumulateAndGet(sequence.number().applyAsLong(event), Math::max))
                    .then());
            seen = head;
        }
    }
}
