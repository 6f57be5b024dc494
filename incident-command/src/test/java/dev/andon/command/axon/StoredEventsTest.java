package dev.andon.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.json.EventCodec;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.messaging.core.GenericMessage;
import org.axonframework.messaging.core.Message;
import org.axonframework.messaging.core.MessageType;
import org.junit.jupiter.api.Test;

class StoredEventsTest {

    private final EventCodec codec = new EventCodec();
    private final StoredEvents events = new StoredEvents(codec);

    @Test
    void theVerySameBytesAreDecodedOnce() {
        byte[] stored = codec.write(mitigated(1, "it is over"));

        assertThat(events.in(message(stored))).isEqualTo(mitigated(1, "it is over"))
                .isSameAs(events.in(message(stored)));
    }

    @Test
    void ofFiveHundredHardlyAnyIsDecodedAgain() {
        var stored = LongStream.rangeClosed(1, 500).mapToObj(number -> codec.write(mitigated(number, "it is over")))
                .toList();
        var first = stored.stream().map(bytes -> events.in(message(bytes))).toList();

        assertThat(IntStream.range(0, 500).filter(i -> events.in(message(stored.get(i))) == first.get(i)).count())
                .isGreaterThan(485);
    }

    @Test
    void manyMoreThanAreRememberedAreEachReadAsWhatTheyAre() {
        var stored = LongStream.rangeClosed(1, 5_000).mapToObj(number -> codec.write(mitigated(number, "it is over")))
                .toList();

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < stored.size(); i++) {
                assertThat(events.in(message(stored.get(i)))).isEqualTo(mitigated(i + 1L, "it is over"));
            }
        }
    }

    @Test
    void whatIsLargeIsReadAndNotRemembered() {
        Event large = mitigated(1, "x".repeat(5_000));
        byte[] stored = codec.write(large);

        assertThat(events.in(message(stored))).isEqualTo(large).isNotSameAs(events.in(message(stored)));
    }

    private static IncidentMitigated mitigated(long incident, String how) {
        return new IncidentMitigated(IncidentId.of(incident), how, Instant.parse("2026-03-02T12:00:00Z"));
    }

    private static Message message(byte[] stored) {
        return new GenericMessage("id", new MessageType("IncidentMitigated", "1"), stored, Map.of());
    }
}
