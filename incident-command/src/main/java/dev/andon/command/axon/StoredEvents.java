package dev.andon.command.axon;

import dev.andon.kernel.event.Event;
import dev.andon.kernel.json.EventCodec;
import java.lang.ref.WeakReference;
import org.axonframework.messaging.core.Message;
import org.jspecify.annotations.Nullable;

/**
 * Gives back the event that a message carries, whether it was just appended or comes from the log as bytes.
 *
 * <p>Whatever is done about an incident is decided on the few events that begin and end it, so the same ones are read again
 * and again. While the log has them in memory they come as the very same bytes, which never change; then they are the same
 * event, and are not decoded anew. Bytes that are merely equal are not looked for: to compare them costs what it saves.
 */
final class StoredEvents {

    private static final int REMEMBERED = 4096;
    private static final int NEIGHBOURS = 4;
    private static final int LARGEST_REMEMBERED = 4096;

    private final EventCodec codec;
    // in fours, the latest first: else, of 500 that are wanted again and again, some 60 would keep displacing each other, and in
    // pairs still 15; a slot that two threads write at once holds what one of them wrote, and both are right
    private final @Nullable Decoded[] remembered = new @Nullable Decoded[REMEMBERED];

    /** Does not keep bytes that the log has let go of. */
    private record Decoded(WeakReference<byte[]> stored, Event event) {}

    StoredEvents(EventCodec codec) {
        this.codec = codec;
    }

    Event in(Message message) {
        return switch (message.payload()) {
            case Event event -> event;
            case byte[] stored when stored.length <= LARGEST_REMEMBERED -> remembered(message, stored);
            case byte[] stored -> decoded(message, stored);
            case null -> throw new IllegalStateException("An event message without a payload: " + message.type());
            default -> throw new IllegalStateException("Not an event: " + message.payload().getClass());
        };
    }

    private Event remembered(Message message, byte[] stored) {
        int latest = System.identityHashCode(stored) % (REMEMBERED / NEIGHBOURS) * NEIGHBOURS;
        for (int slot = latest; slot < latest + NEIGHBOURS; slot++) {
            Decoded known = remembered[slot];
            if (known != null && known.stored().refersTo(stored)) {
                return known.event();
            }
        }
        Event event = decoded(message, stored);
        System.arraycopy(remembered, latest, remembered, latest + 1, NEIGHBOURS - 1);
        remembered[latest] = new Decoded(new WeakReference<>(stored), event);
        return event;
    }

    private Event decoded(Message message, byte[] stored) {
        return codec.read(message.type().name(), message.type().version(), stored);
    }
}
