package dev.andon.query.monitoring;

import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Projection;
import dev.andon.query.readmodel.Recorded;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Counts events; waits at one position until it may go on, or fails there until it is mended. */
final class Gated implements Projection<Gated.Count> {

    private final String name;
    private final long at;
    private final boolean failing;
    final CountDownLatch mayGoOn = new CountDownLatch(1);

    record Count(long events) {}

    private Gated(String name, long at, boolean failing) {
        this.name = name;
        this.at = at;
        this.failing = failing;
    }

    static Gated waitingAt(String name, long position) {
        return new Gated(name, position, false);
    }

    static Gated failingAt(String name, long position) {
        return new Gated(name, position, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Count> documentType() {
        return Count.class;
    }

    @Override
    public Set<DocumentKey> keysOf(Recorded recorded) {
        return Set.of(DocumentKey.single("count"));
    }

    @Override
    public Count apply(@Nullable Count document, DocumentKey key, Recorded recorded) {
        if (recorded.position() == at) {
            if (failing) {
                throw new IllegalStateException("no more of this");
            }
            awaitLeave();
        }
        return new Count(document == null ? 1 : document.events() + 1);
    }

    private void awaitLeave() {
        try {
            mayGoOn.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
