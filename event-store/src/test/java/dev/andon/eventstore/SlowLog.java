package dev.andon.eventstore;

import java.io.IOException;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A log to which every question takes a while, and so does every answer; some are lost, and sometimes its disk is full. */
final class SlowLog extends StrictEventLog {

    private static final int LOST_ONCE_IN = 12;
    private static final int FULL_ONCE_IN = 24;

    private final OneAtATime line;
    private int onTheWay;

    SlowLog(OneAtATime line) {
        this.line = line;
    }

    /** Whoever stops waiting does not stop what he has sent. */
    @Override
    public Mono<Void> append(Head expected, List<Commit> batch) {
        List<Commit> sent = List.copyOf(batch);
        return Mono.defer(() -> {
            Sinks.Empty<Void> answer = Sinks.empty();
            onTheWay++;
            line.schedule(() -> {
                onTheWay--;
                Mono<Void> insertion = line.oneIn(FULL_ONCE_IN)
                        ? Mono.error(new NotStoredException("disk full", new IOException()))
                        : super.append(expected, sent);
                insertion.subscribe(_ -> {},
                        failure -> line.schedule(() -> answer.tryEmitError(failure)),
                        () -> line.schedule(answer::tryEmitEmpty));
            });
            if (line.oneIn(LOST_ONCE_IN)) {
                line.schedule(() -> answer.tryEmitError(new IOException("connection reset")));
            }
            return answer.asMono();
        });
    }

    /** Whether nothing is that could still be stored. */
    boolean isQuiet() {
        return onTheWay == 0;
    }

    @Override
    public Mono<Head> head() {
        return slowly(super.head());
    }

    @Override
    public Flux<Commit> read(long after) {
        return slowly(super.read(after).collectList()).flatMapIterable(commits -> commits);
    }

    @Override
    public Flux<Commit> readMatching(Criteria criteria, long after, long upTo) {
        return slowly(super.read(after)
                .filter(commit -> commit.recordedEvents(criteria, after, upTo).findAny().isPresent()).collectList())
                .flatMapIterable(commits -> commits);
    }

    @Override
    public Mono<Commit> commitOf(String commandId) {
        return slowly(super.commitOf(commandId));
    }

    private <T> Mono<T> slowly(Mono<T> answer) {
        return answer.subscribeOn(line).publishOn(line);
    }
}
