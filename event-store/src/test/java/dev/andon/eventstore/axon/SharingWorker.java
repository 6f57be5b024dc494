package dev.andon.eventstore.axon;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.SegmentProgress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.axonframework.messaging.eventhandling.annotation.SequencingPolicy;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.MergedTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.sequencing.PropertySequencingPolicy;

/**
 * A program whose processor shares its segments with others, and which tells at once what it does: the telling of an event
 * is the effect of its handler, and no transaction ties it to the token.
 */
final class SharingWorker implements AutoCloseable {

    static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(1);
    static final int SEGMENTS = 4;

    private final String owner;
    private final Consumer<Note> journal;
    private final Map<Integer, Integer> sessions = new ConcurrentHashMap<>();
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final Program program;
    private volatile long held;

    /** What a worker has done, and in which of its sessions with a segment. A session begins with a claim. */
    record Note(String owner, Kind kind, int segment, int session, long from, long to) {

        enum Kind {
            /** It is there. */
            STARTED,
            /** It has had its effect on the event at the position. */
            HANDLED,
            /** It is held behind that effect, before its token. */
            HELD,
            /** Its token is stored, up to the position. */
            STORED,
            /** Its token was not taken: the segment is somebody else's. */
            REFUSED,
            /** A merged segment goes on from one position, though some events up to the other were handled already. */
            MERGED
        }
    }

    SharingWorker(EventStore store, SegmentClaims claims, String owner, int maxSegments, Runnable beforeEach,
            Consumer<Note> journal) {
        this.owner = owner;
        this.journal = journal;
        SegmentClaims told = new NotedClaims(claims) {

            @Override
            void asked() {
                beforeEach.run();
            }

            @Override
            void claimed(SegmentProgress segment) {
                sessions.merge(segment.segment(), 1, Integer::sum);
            }

            @Override
            void stored(int segment, String progress, boolean held) {
                long position = TokenText.bookmarks(progress).stream().mapToLong(seen -> seen.position()).min()
                        .orElse(0);
                note(held ? Note.Kind.STORED : Note.Kind.REFUSED, segment, position, position);
            }

            @Override
            void replaced(List<SegmentProgress> added) {
                for (SegmentProgress each : added) {
                    TrackingToken token = TokenText.read(each.progress());
                    if (token instanceof MergedTrackingToken) {
                        var positions = TokenText.bookmarks(each.progress()).stream()
                                .mapToLong(seen -> seen.position()).summaryStatistics();
                        note(Note.Kind.MERGED, each.segment(), positions.getMin(), positions.getMax());
                    }
                }
            }
        };
        var tokens = new AndonTokenStore(store, told, owner, CLAIM_TIMEOUT, Clock.systemUTC());
        program = new Program(store, tokens, new Handlers(beforeEach),
                processor -> processor.initialSegmentCount(SEGMENTS)
                        .maxClaimedSegments(maxSegments).claimExtensionThreshold(CLAIM_TIMEOUT.toMillis() / 4)
                        .initialToken(source -> source.firstToken(null)));
        note(Note.Kind.STARTED, 0, 0, 0);
    }

    /** "split", "merge" and "hold" with a number, or "go". */
    void obey(String command) {
        String[] words = command.split(" ");
        switch (words[0]) {
            case "split" -> program.processor().splitSegment(Integer.parseInt(words[1]));
            case "merge" -> program.processor().mergeSegment(Integer.parseInt(words[1]));
            case "hold" -> held = Long.parseLong(words[1]);
            case "go" -> letGo.countDown();
            default -> throw new IllegalArgumentException(command);
        }
    }

    private void note(Note.Kind kind, int segment, long from, long to) {
        journal.accept(new Note(owner, kind, segment, sessions.getOrDefault(segment, 0), from, to));
    }

    @Override
    public void close() {
        program.close();
    }

    final class Handlers {

        private final Runnable beforeEach;

        Handlers(Runnable beforeEach) {
            this.beforeEach = beforeEach;
        }

        @EventHandler(eventName = "test.FindingAdded")
        @SequencingPolicy(type = PropertySequencingPolicy.class, parameters = "incident")
        void on(Program.FindingAdded event, EventMessage message, ProcessingContext context) throws Exception {
            beforeEach.run();
            long position = Recorded.of(message).orElseThrow().position();
            int segment = Segment.fromContext(context).orElseThrow().getSegmentId();
            note(Note.Kind.HANDLED, segment, position, position);
            if (position == held) {
                note(Note.Kind.HELD, segment, position, position);
                letGo.await();
            }
        }
    }
}
