package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.await;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A log whose appends arrive one by one at the test, which says what becomes of each. */
final class GatedEventLog extends StrictEventLog {

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    record Arrival(GatedEventLog log, Head expected, List<Commit> commits, Sinks.Empty<Void> answer) {

        /** The batch is stored, and the writer told. */
        void pass() {
            answer(log.insertion(expected, commits));
        }

        void fail(Throwable failure) {
            answer(Mono.error(failure));
        }

        private void answer(Mono<Void> outcome) {
            outcome.subscribe(_ -> {}, answer::tryEmitError, answer::tryEmitEmpty);
        }
    }

    private Mono<Void> insertion(Head expected, List<Commit> commits) {
        return super.append(expected, commits);
    }

    @Override
    public Mono<Void> append(Head expected, List<Commit> batch) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> answer = Sinks.empty();
            arrivals.add(new Arrival(this, expected, List.copyOf(batch), answer));
            return answer.asMono();
        });
    }

    /** The next batch that arrives. */
    Arrival next() {
        return await(Mono.fromCallable(arrivals::take));
    }

    boolean nothingArrived() {
        return arrivals.isEmpty();
    }
}
