package dev.andon.eventstore;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** A log behind a line that loses, delays and repeats what is sent over it. */
final class FailPointLog extends StrictEventLog {

    /** What becomes of one append. */
    enum Fault {
        NONE, REQUEST_LOST, REPLY_LOST, CUT_IN_HALF, DELAYED, DUPLICATED, DISK_FULL
    }

    private final Supplier<Fault> faults;
    private final Queue<Runnable> onTheWay = new ConcurrentLinkedQueue<>();

    FailPointLog(Supplier<Fault> faults) {
        this.faults = faults;
    }

    /** These in turn, and then no more. */
    static FailPointLog with(Fault... faults) {
        Queue<Fault> coming = new ArrayDeque<>(List.of(faults));
        return new FailPointLog(() -> coming.isEmpty() ? Fault.NONE : coming.remove());
    }

    @Override
    public Mono<Void> append(Head expected, List<Commit> batch) {
        List<Commit> sent = List.copyOf(batch);
        return Mono.defer(() -> switch (faults.get()) {
            case NONE -> super.append(expected, sent);
            case REQUEST_LOST -> noAnswer();
            case REPLY_LOST -> super.append(expected, sent).then(noAnswer());
            case CUT_IN_HALF -> super.append(expected, sent.subList(0, sent.size() / 2)).then(noAnswer());
            case DELAYED -> {
                onTheWay.add(() -> insert(expected, sent));
                yield noAnswer();
            }
            case DUPLICATED -> {
                onTheWay.add(() -> insert(expected, sent));
                yield super.append(expected, sent);
            }
            case DISK_FULL -> Mono.error(new NotStoredException("disk full", new IOException()));
        });
    }

    /** What is still on the way arrives now, and nobody hears what became of it. */
    void arrive() {
        for (Runnable late = onTheWay.poll(); late != null; late = onTheWay.poll()) {
            try {
                late.run();
            } catch (HeadMovedException | CommandAlreadyRecordedException | IllegalArgumentException unheard) {
                // its sender has stopped listening
            }
        }
    }

    private static Mono<Void> noAnswer() {
        return Mono.error(new IOException("connection reset"));
    }
}
