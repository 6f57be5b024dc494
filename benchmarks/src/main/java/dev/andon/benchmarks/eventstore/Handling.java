package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.Figure;
import dev.andon.benchmarks.OpenLoop;
import dev.andon.benchmarks.Outcome;
import dev.andon.benchmarks.Row;
import dev.andon.benchmarks.Turns;
import dev.andon.benchmarks.Unmeasured;
import dev.andon.eventstore.EventData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Recorder;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;

/**
 * How long it takes from the moment an event is to be stored until a handler in the same process has it. No store hands on
 * what is not safe yet, so a disk that needs longer for its sync than is promised says nothing about the store.
 */
final class Handling {

    private static final double APPENDS_PER_SECOND = 500;
    private static final String SMALL = "in a small log";
    private static final String SMALL_ANSWER = "the answer in a small log";
    private static final String LARGE = "in a large log";

    private final Backend backend;
    private final Plan plan;

    Handling(Backend backend, Plan plan) {
        this.backend = backend;
        this.plan = plan;
    }

    List<Row> measure(Fixture large, Fixture small) throws Exception {
        Turns turns = new Turns();
        List<Contender> plainWriters = small.storage().plainWriters();
        for (Contender plain : plainWriters) {
            ((Ceiling<?>) plain).copyAll();
        }
        for (int round = 0; round <= plan.roundsOfPromise(); round++) {
            if (round > 0) {
                turns.startCounting();
            }
            measure(small.andon(), turns, SMALL, SMALL_ANSWER);
            for (Contender plain : plainWriters) {
                turns.add(plain.name(), ((Ceiling<?>) plain).appendAtPace(APPENDS_PER_SECOND));
            }
            measure(large.andon(), turns, LARGE, "the answer in a large log");
        }
        small.andon().verify();
        large.andon().verify();
        String what = backend.name() + ": append to handler, %.0f appends/s, p99".formatted(APPENDS_PER_SECOND);
        List<Row> rows = new ArrayList<>();
        double alone = Double.MAX_VALUE;
        for (Contender plain : plainWriters) {
            plain.close();
            alone = Math.min(alone, p99(turns, plain.name()));
            rows.add(new Figure(what + ", against " + plain.name() + " at that pace", p99(turns, SMALL),
                    p99(turns, plain.name()), "ms", Promises.NONE));
        }
        Figure promised = new Figure(what + ", against append to answer", p99(turns, SMALL), p99(turns, SMALL_ANSWER),
                "ms", Promises.HANDLER_LATENCY);
        rows.add(promised.isMissed() && alone >= Promises.HANDLER_MILLISECONDS
                ? new Unmeasured(promised.name(), "not measured: %.2f ms where storage alone takes %.2f ms"
                        .formatted(promised.ours(), alone), false)
                : promised);
        String grown = what + ", with %,d events against %,d".formatted(plan.large(), Plan.SMALL);
        rows.add(backend.isStandIn()
                ? new Unmeasured(grown, "not measured: the stand-in sorts all it has for each question", false)
                : new Figure(grown, p99(turns, LARGE), p99(turns, SMALL), "ms", Promises.COST_IN_A_LARGE_LOG));
        return rows;
    }

    /** Of a median round: all rounds together would be as bad as the machine at its worst. */
    private static double p99(Turns turns, String contender) {
        return turns.median(contender, outcome -> outcome.latencies().getValueAtPercentile(99) / 1e6);
    }

    private void measure(Andon andon, Turns turns, String handled, String answered) {
        Recorder latencies = new Recorder(Outcome.DIGITS);
        Map<String, Long> intendedOf = new ConcurrentHashMap<>();
        AtomicLong unhandled = new AtomicLong(Math.max(1, (long) (APPENDS_PER_SECOND * plan.round().toMillis() / 1e3)));
        Sinks.Empty<Void> done = Sinks.empty();
        Disposable handler = andon.live().subscribe(event -> {
            Long intended = intendedOf.remove(event.data().id());
            if (intended != null) {
                latencies.recordValue(System.nanoTime() - intended);
                if (unhandled.decrementAndGet() == 0) {
                    done.tryEmitEmpty();
                }
            }
        }, done::tryEmitError);
        Outcome answers = OpenLoop.run(APPENDS_PER_SECOND, plan.round(), intended -> {
            Incident incident = andon.newIncident();
            List<EventData> events = Plan.ONE_WRITER.events(incident);
            intendedOf.put(events.getFirst().id(), intended);
            return andon.append(incident, events);
        });
        done.asMono().block(Duration.ofMinutes(1));
        handler.dispose();
        turns.add(answered, answers);
        turns.add(handled, new Outcome(answers.events(), answers.nanoseconds(), latencies.getIntervalHistogram()));
    }
}
