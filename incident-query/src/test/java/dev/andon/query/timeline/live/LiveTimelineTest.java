package dev.andon.query.timeline.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.IncidentId;
import dev.andon.query.History;
import dev.andon.query.RecordedHistory;
import dev.andon.query.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

class LiveTimelineTest {

    private static final Pattern ID = Pattern.compile("^id: (\\d+)\n");
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private EventStore store;

    @SuppressWarnings("NullAway.Init")
    private LiveTimeline live;

    @BeforeEach
    void open() {
        store = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
        live = new LiveTimeline(store, NEVER, NEVER);
    }

    @AfterEach
    void close() {
        live.close();
        store.close();
    }

    @Test
    void whoeverTakesAtTheirOwnPaceAndBreaksOffAtRandomIsToldOfEveryEntryOnce() {
        RecordedHistory.in(store, History.of(Incidents.declared(1), Incidents.declared(2)));
        var random = new Random(1);
        var listeners = IntStream.range(0, 12).mapToObj(i -> new Moody(i % 3, random.nextLong())).toList();

        listeners.forEach(Moody::listen);
        for (int i = 0; i < 200; i++) {
            RecordedHistory.in(store,
                    History.of(Incidents.finding(1 + i % 2, i), Incidents.finding(1 + i % 2, i + 1000)));
            listeners.forEach(Moody::act);
        }

        await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(30)).until(() -> {
            listeners.forEach(Moody::act);
            return listeners.stream().allMatch(listener -> listener.told.size() >= listener.expected().size());
        });
        listeners.forEach(listener -> assertThat(listener.told)
                .as("listener to %s", listener.incident).isEqualTo(listener.expected()));
    }

    @Test
    void whatIsToldAtOnceIsWhatTheLogTellsLater() {
        var heard = new CopyOnWriteArrayList<String>();
        live.stream(null, 0).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).subscribe(heard::add);
        var history = Sample.gitlab();
        long head = RecordedHistory.in(store, history);
        var reread = new CopyOnWriteArrayList<String>();
        await().until(() -> heard.size() > 1 && heard.getLast().startsWith("id: " + head));

        live.stream(null, 0).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).subscribe(reread::add);

        await().untilAsserted(() -> assertThat(reread).isEqualTo(heard));
    }

    /** Somebody who takes a few entries now and then, goes away, and comes back where they were. */
    private final class Moody {

        private final @Nullable IncidentId incident;
        private final Random random;
        private final List<Long> told = new CopyOnWriteArrayList<>();
        private Connection connection = new Connection();

        /** @param incident 0 for all */
        Moody(int incident, long seed) {
            this.incident = incident == 0 ? null : IncidentId.of(incident);
            this.random = new Random(seed);
        }

        void listen() {
            connection = new Connection();
            live.stream(incident, told.isEmpty() ? 0 : told.getLast()).subscribe(connection);
        }

        void act() {
            switch (random.nextInt(12)) {
                case 0 -> {
                    // What is on its way when the connection breaks is lost.
                    connection.close();
                    listen();
                }
                case 1, 2, 3, 4, 5 -> connection.request(1 + random.nextInt(5));
                default -> {
                }
            }
        }

        List<Long> expected() {
            List<Long> positions = new ArrayList<>();
            for (long position = 1; position <= 402; position++) {
                int about = position <= 2 ? (int) position : 1 + (int) ((position - 3) / 2) % 2;
                if (incident == null || incident.equals(IncidentId.of(about))) {
                    positions.add(position);
                }
            }
            return positions;
        }

        /** What arrives before it is closed counts. */
        private final class Connection extends BaseSubscriber<byte[]> {

            private boolean closed;

            void close() {
                synchronized (this) {
                    closed = true;
                }
                cancel();
            }

            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(1 + random.nextInt(5));
            }

            @Override
            protected synchronized void hookOnNext(byte[] event) {
                var id = ID.matcher(new String(event, StandardCharsets.UTF_8));
                if (!closed && id.find()) {
                    told.add(Long.parseLong(id.group(1)));
                }
            }
        }
    }
}
