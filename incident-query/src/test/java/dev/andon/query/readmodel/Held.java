package dev.andon.query.readmodel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Waits when it comes to one event, and fails there if it is told to. */
final class Held extends Tally {

    private final long held;
    final CountDownLatch arrived = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    final AtomicBoolean failing = new AtomicBoolean();
    final AtomicInteger seen = new AtomicInteger();

    Held(int version, long held) {
        super(version);
        this.held = held;
    }

    @Override
    public @Nullable TallyDocument apply(@Nullable TallyDocument document, DocumentKey key, Recorded recorded) {
        seen.incrementAndGet();
        if (recorded.position() == held && !key.equals(DocumentKey.single("INC-1"))) {
            arrived.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (failing.get()) {
                throw new IllegalStateException("no more of this");
            }
        }
        return super.apply(document, key, recorded);
    }
}
