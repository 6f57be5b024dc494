package dev.andon.benchmarks.eventstore;

import dev.andon.benchmarks.Outcome;
import dev.andon.eventstore.Commit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Recorder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Each writer sends its next command when its last one is answered: how much goes through, at the pace of the store. */
final class ClosedLoop {

    private ClosedLoop() {}

    static Outcome run(int writers, BooleanSupplier goesOn, Mono<Commit> command) {
        Recorder latencies = new Recorder(Outcome.DIGITS);
        LongAdder events = new LongAdder();
        long start = System.nanoTime();
        Mono<Void> writer = Mono.defer(() -> {
            long sent = System.nanoTime();
            return command.doOnNext(commit -> {
                latencies.recordValue(System.nanoTime() - sent);
                events.add(commit.events().size());
            });
        }).repeat(goesOn).then();
        Flux.range(0, writers).flatMap(_ -> writer, writers).blockLast();
        return new Outcome(events.sum(), System.nanoTime() - start, latencies.getIntervalHistogram());
    }
}
