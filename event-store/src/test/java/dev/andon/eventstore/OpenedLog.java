package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A log that is open during a test, and verified from its first commit to its last when the test has ended. */
@Timeout(120) // so that a test that waits for ever says so; no test is about time
public abstract class OpenedLog {

    static final Tag CHECKOUT = Tag.of("service", "checkout");
    static final Tag SEARCH = Tag.of("service", "search");
    static final Tag FIRST_INCIDENT = Tag.of("incident", "INC-1");

    EventLog log;
    EventStore store;

    /** Opens the storage of this test; it is empty the first time. */
    protected abstract EventLog open();

    /** The log as a second process would have it, or the same log where only one process can. */
    protected abstract EventLog asSeenByAnother(EventLog log);

    @BeforeEach
    final void openTheLog() {
        log = open();
        store = new EventStore(log, Clock.systemUTC());
    }

    @AfterEach
    final void verifyTheLog() {
        try (EventLog closing = log) {
            assertThat(await(LogVerifier.verify(closing)).firstFault()).isEmpty();
        }
    }

    Commit append(EventData... events) {
        return await(store.append(List.of(events), AppendCondition.none(), null));
    }

    EventStore another() {
        return new EventStore(asSeenByAnother(log), Clock.systemUTC());
    }

    List<Long> read(Criteria criteria, long after, long upTo) {
        return await(store.read(criteria, after, upTo).map(RecordedEvent::position).collectList());
    }

    void refuses(Criteria criteria, long after, long conflict) {
        assertThatThrownBy(() -> store.append(List.of(event("Refused")), new AppendCondition(criteria, after), null)
                .block())
                .isInstanceOfSatisfying(ConditionNotMetException.class,
                        refusal -> assertThat(refusal.conflictingPosition()).isEqualTo(conflict));
    }

    void accepts(Criteria criteria, long after) {
        assertThat(await(store.append(List.of(event("Accepted")), new AppendCondition(criteria, after), null)))
                .isNotNull();
    }

    @FunctionalInterface
    interface Contestant {
        Object act(int number) throws Exception;
    }

    /** Each contestant's result or exception, after a start that none of them gets ahead of. */
    static List<Object> allAtOnce(int contestants, Contestant contestant) {
        CyclicBarrier start = new CyclicBarrier(contestants);
        try (ExecutorService threads = Executors.newFixedThreadPool(contestants)) {
            List<Callable<Object>> tasks = IntStream.range(0, contestants).<Callable<Object>>mapToObj(number -> () -> {
                start.await();
                try {
                    return contestant.act(number);
                } catch (RuntimeException outcome) {
                    return outcome;
                }
            }).toList();
            return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
