package dev.andon.eventstore.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class PrefetchingMessageStreamTest {

    private final AtomicLong read = new AtomicLong();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    @Test
    void aConsumerThatTakesNothingStopsTheReading() {
        given(1_000_000);

        assertThat(read).hasValue(128);
    }

    @Test
    void whatIsTakenIsReadAnewAndNoMore() {
        MessageStream<EventMessage> stream = given(1_000_000);

        for (int taken = 1; taken <= 1_000; taken++) {
            assertThat(stream.next()).isPresent();
            assertThat(read.get()).isLessThanOrEqualTo(taken + 128L);
        }
    }

    @Test
    void theStreamEndsWithItsLastEntryInOrder() {
        MessageStream<EventMessage> stream = given(300);

        var positions = stream.reduce(0L, (sum, entry) -> sum * 31 + position(entry)).join();

        assertThat(positions).isEqualTo(Flux.range(1, 300).reduce(0L, (sum, each) -> sum * 31 + each).block());
        assertThat(stream.isCompleted()).isTrue();
        assertThat(stream.error()).isEmpty();
    }

    @Test
    void closingTheStreamEndsTheReading() {
        MessageStream<EventMessage> stream = given(1_000_000);

        stream.close();

        assertThat(cancelled).isTrue();
        assertThat(read).hasValue(128);
    }

    @Test
    void aFailureReachesTheConsumer() {
        var failure = new IllegalStateException("position 3 is missing");

        MessageStream<EventMessage> stream = PrefetchingMessageStream.of(Flux.error(failure));

        assertThat(stream.isCompleted()).isTrue();
        assertThat(stream.error()).contains(failure);
    }

    @Test
    void whatComesLastIsAskedForWhenAllElseHasCome() {
        var asked = new AtomicLong();
        MessageStream<EventMessage> stream = PrefetchingMessageStream.of(
                Flux.range(1, 3).map(Translation::terminal),
                () -> Translation.terminal(asked.incrementAndGet() * 100));

        var positions = stream.reduce("", (all, entry) -> all + position(entry) + " ").join();

        assertThat(positions).isEqualTo("1 2 3 100 ");
        assertThat(asked).hasValue(1);
    }

    @Test
    void behindAFailureComesNothing() {
        MessageStream<EventMessage> stream = PrefetchingMessageStream.of(
                Flux.error(new IllegalStateException("position 3 is missing")), () -> Translation.terminal(1));

        assertThat(stream.next()).isEmpty();
        assertThat(stream.error()).isPresent();
    }

    private MessageStream<EventMessage> given(int entries) {
        return PrefetchingMessageStream.of(Flux.range(1, entries).map(position -> Translation.terminal(position))
                .doOnNext(_ -> read.incrementAndGet()).doOnCancel(() -> cancelled.set(true)));
    }

    private static long position(MessageStream.Entry<EventMessage> entry) {
        return Engines.marker(entry);
    }
}
