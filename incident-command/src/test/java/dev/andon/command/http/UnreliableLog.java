package dev.andon.command.http;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CorruptCommitException;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.Head;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A log that goes away when told to, the way a server does that is restarted or cut off. */
final class UnreliableLog implements EventLog {

    private final EventLog log;
    private final AtomicReference<@Nullable String> correlation = new AtomicReference<>();
    private final AtomicReference<Trouble> trouble = new AtomicReference<>(Trouble.NONE);

    enum Trouble {
        NONE,
        CUT_OFF,
        /** The line breaks with the next append, which is stored all the same. */
        LOST_ANSWER,
        DAMAGED
    }

    UnreliableLog(EventLog log) {
        this.log = log;
    }

    void is(Trouble next) {
        trouble.set(next);
    }

    @Override
    public Mono<Head> head() {
        return Mono.defer(() -> unreachable() ? Mono.error(new IOException("cut off")) : log.head());
    }

    @Override
    public Mono<Void> append(Head expected, List<Commit> commits) {
        return Mono.defer(() -> switch (trouble.get()) {
            case LOST_ANSWER -> {
                // before it is stored, or whoever follows the log could read it and know the outcome
                trouble.set(Trouble.CUT_OFF);
                yield log.append(expected, commits).then(Mono.error(new IOException("no answer")));
            }
            case CUT_OFF -> Mono.error(new IOException("cut off"));
            case NONE, DAMAGED -> log.append(expected, commits);
        });
    }

    @Override
    public Flux<Commit> read(long after) {
        return Flux.defer(() -> unreachable() ? Flux.error(new IOException("cut off")) : log.read(after));
    }

    @Override
    public Flux<Commit> readMatching(Criteria criteria, long after, long upTo) {
        return Flux.defer(() -> unreachable()
                ? Flux.error(new IOException("cut off"))
                : log.readMatching(criteria, after, upTo));
    }

    /** What a line would have carried that was logged where the log was last asked for a command. */
    @Nullable
    String correlationOfTheLastQuestion() {
        return correlation.get();
    }

    @Override
    public Mono<Commit> commitOf(String commandId) {
        correlation.set(MDC.get("correlationId"));
        return Mono.defer(() -> switch (trouble.get()) {
            case DAMAGED -> Mono.error(new CorruptCommitException(1, "its bytes are missing"));
            case NONE, LOST_ANSWER -> log.commitOf(commandId);
            case CUT_OFF -> Mono.error(new IOException("cut off"));
        });
    }

    private boolean unreachable() {
        return trouble.get() == Trouble.CUT_OFF;
    }

    @Override
    public void close() {
        log.close();
    }
}
