package dev.andon.command.axon;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of messages, and so of events. They have to differ from all others, and nothing more: nobody may do anything because
 * he knows one. So one half is drawn at random when the process begins, and the other half is a number. To draw all of it
 * each time costs more, and makes all threads wait for one source of randomness.
 */
final class MessageIds {

    /** RFC 9562: a UUID of version 8 is made in a way of its own. */
    private static final long VERSION = 0x8000L;
    private static final long VERSION_BITS = 0xF000L;
    private static final long VARIANT = 1L << 63;

    private static final long PROCESS = new SecureRandom().nextLong() & ~VERSION_BITS | VERSION;
    private static final AtomicLong LAST = new AtomicLong();

    private MessageIds() {}

    static String next() {
        return new UUID(PROCESS, VARIANT | LAST.incrementAndGet()).toString();
    }
}
