package dev.andon.query.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.query.readmodel.ProjectionStatus.State;
import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real log. */
class ReadModelsTest {

    @TempDir
    private Path directory;

    @Test
    void whatOneProcessAppendsItCanReadAndStillCanAfterARestart() {
        long position;
        try (var events = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
                var store = SqliteReadModelStore.open(directory.resolve("read-models.db"));
                var models = new ReadModels(events, store, ProjectionClaims.alwaysGranted())) {
            ReadModel<TallyDocument> tally = models.follow(new Tally(1));
            for (int i = 0; i < 50; i++) {
                tally.reached(append(events, i)).block();
                assertThat(Awaited.answer(tally.find(DocumentKey.single("INC-1"))).texts()).hasSize(i + 1);
            }
            position = Awaited.answer(tally.position());
        }
        try (var events = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
                var store = SqliteReadModelStore.open(directory.resolve("read-models.db"));
                var models = new ReadModels(events, store, ProjectionClaims.alwaysGranted())) {
            ReadModel<TallyDocument> tally = models.follow(new Tally(1));
            assertThat(Awaited.answer(tally.position())).isEqualTo(position).isEqualTo(50);
            tally.reached(append(events, 50)).block();
            assertThat(Awaited.answer(tally.find(DocumentKey.single("INC-1"))).texts()).hasSize(51);
            Awaitility.await().untilAsserted(() -> assertThat(models.status()).singleElement()
                    .extracting(ProjectionStatus::state, ProjectionStatus::lag).containsExactly(State.FOLLOWING, 0L));
        }
    }

    private static long append(EventStore events, int number) {
        return Awaited.answer(events.append(List.of(History.data(History.finding(1, "finding " + number))),
                AppendCondition.none(), null)).last();
    }
}
