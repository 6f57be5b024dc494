package dev.andon.eventstore.axon;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.axon.SharingWorker.Note;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A {@link SharingWorker} in the process of the test, for a log that only one process can have open. It is killed by
 * failing whatever it does next, so that it has no effect and says nothing more; and paused by making it wait there.
 */
final class SharingThread implements SharedProcessorContract.Worker {

    private final AtomicBoolean dead = new AtomicBoolean();
    private final AtomicBoolean paused = new AtomicBoolean();
    private final SharingWorker worker;

    SharingThread(EventStore store, SegmentClaims claims, String owner, int maxSegments, Consumer<Note> journal) {
        worker = new SharingWorker(store, claims, owner, maxSegments, this::passOrDie, journal);
    }

    private void passOrDie() {
        synchronized (paused) {
            while (paused.get()) {
                try {
                    paused.wait();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        if (dead.get()) {
            throw new IllegalStateException("killed");
        }
    }

    @Override
    public void say(String command) {
        worker.obey(command);
    }

    @Override
    public void kill() {
        dead.set(true);
        resume();
        worker.close();
    }

    @Override
    public void pause() {
        paused.set(true);
    }

    @Override
    public void resume() {
        synchronized (paused) {
            paused.set(false);
            paused.notifyAll();
        }
    }
}
