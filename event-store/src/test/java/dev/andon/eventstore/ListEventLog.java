package dev.andon.eventstore;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A log that believes whatever it is given, so that a test can tell it lies; and that counts how often it is read. */
class ListEventLog implements EventLog {

    final List<Commit> commits = new CopyOnWriteArrayList<>();
    final AtomicInteger reads = new AtomicInteger();

    @Override
    public Mono<Head> head() {
        return Mono.fromSupplier(() -> commits.isEmpty() ? Head.ORIGIN : commits.getLast().head());
    }

    @Override
    public Mono<Void> append(Head expected, List<Commit> batch) {
        return Mono.fromRunnable(() -> commits.addAll(batch));
    }

    @Override
    public Flux<Commit> read(long after) {
        return Flux.defer(() -> {
            reads.incrementAndGet();
            return Flux.fromIterable(List.copyOf(commits)).filter(commit -> commit.last() > after);
        });
    }

    @Override
    public Flux<Commit> readMatching(Criteria criteria, long after, long upTo) {
        return read(after).filter(commit -> commit.recordedEvents(criteria, after, upTo).findAny().isPresent());
    }

    @Override
    public Mono<Commit> commitOf(String commandId) {
        return Flux.fromIterable(commits).filter(commit -> commandId.equals(commit.commandId())).next();
    }

    @Override
    public void close() {}
}
