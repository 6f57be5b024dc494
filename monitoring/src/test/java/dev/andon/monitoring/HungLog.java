package dev.andon.monitoring;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.Head;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes every question, and answers none until it is mended. */
final class HungLog implements EventLog {

    final AtomicInteger questions = new AtomicInteger();
    volatile boolean mended;

    @Override
    public Mono<Head> head() {
        return Mono.defer(() -> {
            questions.incrementAndGet();
            return mended ? Mono.just(Head.ORIGIN) : Mono.never();
        });
    }

    @Override
    public Mono<Void> append(Head expected, List<Commit> commits) {
        return Mono.never();
    }

    @Override
    public Flux<Commit> read(long after) {
        return Flux.never();
    }

    @Override
    public Flux<Commit> readMatching(Criteria criteria, long after, long upTo) {
        return Flux.never();
    }

    @Override
    public Mono<Commit> commitOf(String commandId) {
        return Mono.never();
    }

    @Override
    public void close() {}
}
