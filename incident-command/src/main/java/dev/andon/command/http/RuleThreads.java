package dev.andon.command.http;

import dev.andon.monitoring.Correlation;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Where commands are read and decided, each in a virtual thread of its own: a rule waits for the log, and an event loop must
 * wait for nothing.
 */
final class RuleThreads implements AutoCloseable {

    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("rule").factory());

    /** Once subscribed, it is done to its end, whether or not anybody waits for the answer. */
    <T> Mono<T> in(Correlation request, Supplier<T> work) {
        return Mono.create(answer -> threads.execute(() -> {
            try {
                answer.success(request.call(work));
            } catch (Throwable failure) {
                answer.error(failure);
            }
        }));
    }

    /** Waits for the work at hand. */
    @Override
    public void close() {
        threads.close();
    }
}
