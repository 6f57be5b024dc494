package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {

    private static final Tag INCIDENT = Tag.of("incident", "INC-1");

    @Test
    void theFiguresSayWhatHappened(@TempDir Path directory) {
        try (var store = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC())) {
            var condition = new AppendCondition(Criteria.everything(), 0);
            store.append(List.of(event("FindingAdded", INCIDENT), event("FindingAdded", INCIDENT)), condition, null)
                    .block();
            assertThatThrownBy(() -> store.append(List.of(event("FindingAdded", INCIDENT)), condition, null).block())
                    .isInstanceOf(ConditionNotMetException.class);

            Figures figures = store.figures();

            assertThat(figures.batches()).isEqualTo(1);
            assertThat(figures.writing()).isPositive();
            assertThat(figures.commits()).isEqualTo(1);
            assertThat(figures.events()).isEqualTo(2);
            assertThat(figures.conflicts()).isEqualTo(1);
            assertThat(figures.waiting()).as("all are answered").isZero();
            assertThat(figures.waitingBytes()).isZero();
            assertThat(figures.tailBytes()).isPositive();
            assertThat(figures.head()).isEqualTo(2);
            assertThat(store.recordedBehind(1)).isPresent();
            assertThat(store.recordedBehind(2)).isEmpty();
        }
    }
}
