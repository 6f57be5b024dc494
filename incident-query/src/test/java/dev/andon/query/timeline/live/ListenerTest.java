package dev.andon.query.timeline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.query.History;
import dev.andon.query.RecordedHistory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** How long somebody may take nothing, on a clock of the test's own. */
class ListenerTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final long PATIENCE = 30;

    private final List<String> told = new CopyOnWriteArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private EventStore store;

    @SuppressWarnings("NullAway.Init")
    private LiveTimeline live;

    @SuppressWarnings("NullAway.Init")
    private Listener listener;

    private final BaseSubscriber<byte[]> reader = new BaseSubscriber<>() {

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            // The greeting, and the declaration.
            request(2);
        }

        @Override
        protected void hookOnNext(byte[] event) {
            told.add(new String(event, StandardCharsets.UTF_8));
        }
    };

    /** Somebody has taken all that there was, and wants no more for the time being. */
    @BeforeEach
    void listen() {
        store = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
        live = new LiveTimeline(store, NEVER, NEVER);
        RecordedHistory.in(store, History.of(Incidents.declared(1)));
        live.stream(null, 1).subscribe();
        await().until(() -> live.position() == 1);
        listener = new Listener(live, null, 0);
        listener.stream().subscribe(reader);
        await().until(() -> told.size() == 2);
        listener.tick(0, PATIENCE);
    }

    @AfterEach
    void close() {
        reader.cancel();
        live.close();
        store.close();
    }

    @Test
    void whoTookEverythingLongAgoIsNotDroppedInABurst() {
        burst();

        listener.tick(1_000, PATIENCE);
        listener.tick(1_000 + PATIENCE, PATIENCE);

        assertThatTheyAreStillTold();
    }

    @Test
    void whoTakesALittleNowAndThenIsNotDropped() {
        burst();
        for (int time = 1_000; time < 10_000; time += 1_000) {
            listener.tick(time, PATIENCE);
            int before = told.size();
            reader.request(1);
            if (time < 3_000) {
                await().until(() -> told.size() > before);
            }
        }

        assertThatTheyAreStillTold();
    }

    @Test
    void whoTakesNothingForLongerIsToldWhereToGoOn() {
        burst();
        listener.tick(1_000, PATIENCE);
        listener.tick(1_000 + PATIENCE + 1, PATIENCE);

        reader.request(10);

        await().until(reader::isDisposed);
        assertThat(told).last().asString().contains("event: dropped", "\"after\":1");
    }

    /** More than they want; the last entry is begun with when the one before has been told. */
    private void burst() {
        RecordedHistory.in(store,
                History.of(Incidents.finding(1, 1), Incidents.finding(1, 2), Incidents.finding(1, 3)));
        await().until(() -> live.position() == 4);
    }

    private void assertThatTheyAreStillTold() {
        reader.request(10);
        await().until(() -> told.size() >= 5);
        assertThat(told).noneMatch(event -> event.contains("dropped"));
        assertThat(told.subList(1, 5)).extracting(event -> event.substring(0, event.indexOf('\n')))
                .containsExactly("id: 1", "id: 2", "id: 3", "id: 4");
    }
}
