package dev.andon.eventstore;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that nobody else gives: a random part drawn once, and a number. By its id a writer knows its own commit again, and
 * one that is in the log twice would be taken for stored when it is not.
 */
final class CommitIds {

    private static final int RADIX = Character.MAX_RADIX;

    private final String writer = Long.toUnsignedString(new SecureRandom().nextLong(), RADIX);
    private final AtomicLong last = new AtomicLong();

    String next() {
        return writer + "-" + Long.toString(last.incrementAndGet(), RADIX);
    }
}
