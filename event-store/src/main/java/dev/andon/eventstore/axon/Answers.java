package dev.andon.eventstore.axon;

import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hands answers that have to be waited for to Axon on a virtual thread of their own. Axon goes on with its work on whatever
 * thread completes a future: a handler would block the database driver's thread, and a processor that waits there for the
 * next answer of the same thread would wait for ever.
 */
final class Answers {

    private static final Scheduler VIRTUAL_THREADS = Schedulers.fromExecutor(Thread::startVirtualThread);

    private Answers() {}

    /** An empty answer is null: Axon's futures do so without saying it in their types. */
    @SuppressWarnings("NullAway")
    static <T> CompletableFuture<T> of(Mono<T> answer) {
        CompletableFuture<T> future = answer.toFuture();
        return future.isDone() ? future : Mono.fromFuture(future).publishOn(VIRTUAL_THREADS).toFuture();
    }
}
