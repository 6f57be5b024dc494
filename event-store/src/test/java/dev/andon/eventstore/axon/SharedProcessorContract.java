package dev.andon.eventstore.axon;

import static dev.andon.eventstore.TestEvents.NOON;
import static dev.andon.eventstore.TestEvents.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.SegmentProgress;
import dev.andon.eventstore.axon.SharingWorker.Note;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@link AndonTokenStore} promises, while those who share a processor are killed, paused, and told to split and merge. */
@Timeout(600) // for what may hang; no test is about time
abstract class SharedProcessorContract {

    private static final int STEPS = Integer.getInteger("andon.sharing.steps", 7);
    /** Two workers can do for three, and none can do alone. */
    private static final int MOST_OF_THEM = 3;
    private static final int MOST_SEGMENTS = 2 * MOST_OF_THEM;
    private static final int EVENTS_BETWEEN_STEPS = 40;
    private static final int EVENTS_AHEAD = 30;

    private final BlockingQueue<Note> arriving = new LinkedBlockingQueue<>();
    private final HandledEvents handled = new HandledEvents();
    private final Map<String, Worker> workers = new HashMap<>();
    private final Random random = new Random(Long.getLong("andon.sharing.seed", 1));
    private EventStore store;
    private SegmentClaims claims;
    private long appended;
    private int names;

    interface Worker {

        void say(String command);

        /** Without a word to anybody. */
        void kill();

        void pause();

        void resume();
    }

    protected abstract EventStore openStore();

    protected abstract SegmentClaims openClaims();

    protected abstract Worker start(EventStore store, String owner, int maxSegments, Consumer<Note> journal);

    @BeforeEach
    void open() {
        store = openStore();
        claims = openClaims();
    }

    @AfterEach
    void close() {
        workers.values().forEach(Worker::resume);
        workers.values().forEach(Worker::kill);
        claims.close();
        store.close();
    }

    @Test
    void nothingIsLostAndOnlyWhatNoTokenCoveredIsHandledAgain() throws Exception {
        // given
        IntStream.range(0, 3).forEach(_ -> employ(MOST_OF_THEM));
        // when
        for (int step = 0; step < STEPS; step++) {
            handleAnother(EVENTS_BETWEEN_STEPS);
            disturb(step);
        }
        handleAnother(EVENTS_BETWEEN_STEPS);
        while (handled.count() < appended) {
            handled.add(next());
        }
        // then
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(segments()).allSatisfy(
                each -> assertThat(TokenText.bookmarks(each.progress())).extracting(seen -> seen.position())
                        .as("every token reaches the end").containsOnly(appended)));
        arriving.drainTo(handled);
        assertThat(HandledEvents.cover(segments())).as("each event falls to one segment: %s", segments()).isTrue();
        assertThat(handled.unexplained(Program.BATCH_SIZE)).isEmpty();
        System.out.println(handled.summary());
    }

    @Test
    void anOwnerThatWakesUpAfterItsClaimWasTakenOverCannotPutItsTokenInPlaceOfTheNewOwners() throws Exception {
        // given an owner that is stopped between an effect and its token
        String sleeper = employ(SharingWorker.SEGMENTS);
        handleAnother(8);
        worker(sleeper).say("hold " + (appended + 1));
        append("INC-1");
        Note held = take(note -> note.kind() == Note.Kind.HELD);
        worker(sleeper).pause();
        // when another takes over and gets further
        String thief = employ(SharingWorker.SEGMENTS);
        await().atMost(Duration.ofMinutes(1)).until(() -> owners().contains(thief) && !owners().contains(sleeper));
        append("INC-1");
        take(note -> note.owner().equals(thief) && note.kind() == Note.Kind.HANDLED && note.from() == held.from());
        take(note -> note.owner().equals(thief) && note.kind() == Note.Kind.STORED && note.segment() == held.segment()
                && note.from() == appended);
        String token = progress(held.segment());
        // and the former owner wakes up
        worker(sleeper).resume();
        worker(sleeper).say("go");
        // then
        Note refused = take(note -> note.owner().equals(sleeper) && note.kind() == Note.Kind.REFUSED
                && note.segment() == held.segment());
        assertThat(refused.from()).isEqualTo(held.from());
        assertThat(progress(held.segment())).isEqualTo(token);
        assertThat(owners()).doesNotContain(sleeper);
    }

    private String employ(int maxSegments) {
        String name = "worker-" + ++names;
        workers.put(name, start(store, name, maxSegments, arriving::add));
        return name;
    }

    private Worker worker(String name) {
        return Objects.requireNonNull(workers.get(name));
    }

    private void handleAnother(int events) throws InterruptedException {
        int wanted = handled.count() + events;
        while (handled.count() < wanted) {
            while (appended < handled.count() + EVENTS_AHEAD) {
                append("INC-" + random.nextInt(50));
            }
            handled.add(next());
        }
    }

    private void disturb(int step) {
        List<SegmentProgress> segments = segments();
        SegmentProgress any = segments.get(random.nextInt(segments.size()));
        String owner = any.claim() == null ? "" : any.claim().owner();
        Worker worker = workers.get(owner);
        if (worker == null) {
            return;
        }
        switch (step % 7) {
            case 0, 3 -> {
                if (segments.size() < MOST_SEGMENTS) {
                    worker.say("split " + any.segment());
                }
            }
            case 1, 4 -> segments.stream().filter(each -> owns(owner, each, segments)).findAny()
                    .ifPresent(each -> worker.say("merge " + each.segment()));
            case 2, 5 -> {
                worker.kill();
                workers.remove(owner);
                employ(MOST_OF_THEM);
            }
            default -> {
                worker.pause();
                await().atMost(Duration.ofMinutes(1)).until(() -> !owners().contains(owner));
                worker.resume();
            }
        }
    }

    /** Both halves; a merge of a half that another worker has fails, and Axon leaves it alone for a minute then. */
    private static boolean owns(String owner, SegmentProgress segment, List<SegmentProgress> segments) {
        int half = segment.segment() ^ (segment.mask() - (segment.mask() >>> 1));
        return segment.mask() > 0 && segments.stream()
                .filter(each -> each.segment() == segment.segment() || each.segment() == half)
                .filter(each -> each.mask() == segment.mask())
                .filter(each -> each.claim() != null && each.claim().owner().equals(owner)).count() == 2;
    }

    private Note take(Predicate<Note> wanted) throws InterruptedException {
        Note note = next();
        while (!wanted.test(note)) {
            note = next();
        }
        return note;
    }

    /** Axon may leave a segment alone for a minute; that nobody says anything for two is a failure. */
    private Note next() throws InterruptedException {
        Note note = arriving.poll(2, TimeUnit.MINUTES);
        assertThat(note).as(() -> "nobody does anything; not handled are %s, and the segments are %s"
                .formatted(handled.missingUpTo(appended), segments())).isNotNull();
        return Objects.requireNonNull(note);
    }

    private List<SegmentProgress> segments() {
        return await(claims.segments(Program.PROCESSOR).collectList());
    }

    private String progress(int segment) {
        return await(claims.segment(Program.PROCESSOR, segment)).progress();
    }

    private List<String> owners() {
        return segments().stream().map(SegmentProgress::claim).filter(claim -> claim != null)
                .map(SegmentProgress.Claim::owner).toList();
    }

    private void append(String incident) {
        byte[] payload = "{\"incident\":\"%s\",\"text\":\"seen\",\"number\":1}".formatted(incident)
                .getBytes(StandardCharsets.UTF_8);
        var event = new EventData(UUID.randomUUID().toString(), "test.FindingAdded", "1", NOON, Set.of(), payload,
                Map.of());
        appended = await(store.append(List.of(event), AppendCondition.none(), null)).last();
    }
}
