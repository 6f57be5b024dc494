package dev.andon.eventstore.axon;

import java.util.function.Supplier;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QueueMessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/**
 * Lets Axon pull what a Flux pushes.
 *
 * <p>Keeps: of what the consumer has not taken, never more than the prefetch is in memory, so a slow handler slows the
 * reading down instead of filling the heap with the log; and closing the stream cancels the reading.
 */
final class PrefetchingMessageStream extends BaseSubscriber<MessageStream.Entry<EventMessage>> {

    private static final int PREFETCH = 128;

    private final QueueMessageStream<EventMessage> queue = new QueueMessageStream<>();
    private final @Nullable Supplier<MessageStream.Entry<EventMessage>> last;

    private PrefetchingMessageStream(@Nullable Supplier<MessageStream.Entry<EventMessage>> last) {
        this.last = last;
    }

    static MessageStream<EventMessage> of(Flux<MessageStream.Entry<EventMessage>> entries) {
        return of(entries, null);
    }

    /** @param last what comes behind them if all of them came; it is asked for then */
    static MessageStream<EventMessage> of(
            Flux<MessageStream.Entry<EventMessage>> entries,
            @Nullable Supplier<MessageStream.Entry<EventMessage>> last) {
        var stream = new PrefetchingMessageStream(last);
        stream.queue.onConsumeCallback(stream::consumed);
        entries.subscribe(stream);
        return stream.queue;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(PREFETCH);
    }

    @Override
    protected void hookOnNext(MessageStream.Entry<EventMessage> entry) {
        queue.offer(entry.message(), entry);
    }

    @Override
    protected void hookOnComplete() {
        if (last != null) {
            hookOnNext(last.get());
        }
        queue.complete();
    }

    @Override
    protected void hookOnError(Throwable error) {
        queue.completeExceptionally(error);
    }

    /** Also called when the consumer closes the stream. */
    private void consumed() {
        if (queue.isClosed()) {
            cancel();
        } else {
            request(1);
        }
    }
}
