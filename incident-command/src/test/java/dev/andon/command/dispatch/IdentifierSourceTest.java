package dev.andon.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.Race;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.AnswerId;
import dev.andon.kernel.ChangeId;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.RollbackId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentifierSourceTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private EventStore store;

    @BeforeEach
    void open() {
        store = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tenThousandIdentifiersFromEightThreadsAreAllDifferent() {
        var identifiers = new IdentifierSource(store);

        List<List<IncidentId>> drawn = Race.of(8, () -> IntStream.range(0, 1250)
                .mapToObj(_ -> identifiers.next(IncidentId.class))
                .toList());

        assertThat(drawn.stream().flatMap(List::stream)).hasSize(10_000).doesNotHaveDuplicates();
    }

    @Test
    void eachKindOfThingCountsForItself() {
        var identifiers = new IdentifierSource(store);

        assertThat(identifiers.next(IncidentId.class)).isEqualTo(IncidentId.of(1));
        assertThat(identifiers.next(ChangeId.class)).isEqualTo(ChangeId.of(1));
        assertThat(identifiers.next(IncidentId.class)).isEqualTo(IncidentId.of(2));
    }

    @Test
    void afterAReopenCountingGoesOnBehindTheHighestInTheLog() {
        Declarations.record(store, IncidentId.of(41), IncidentId.of(7));
        close();
        open();

        assertThat(new IdentifierSource(store).next(IncidentId.class)).isEqualTo(IncidentId.of(42));
    }

    @Test
    void whoCatchesUpLeavesBehindWhatOthersHaveTaken() {
        var identifiers = new IdentifierSource(store);
        identifiers.next(IncidentId.class);
        Declarations.record(store, IncidentId.of(500));

        identifiers.catchUp(IncidentId.of(1));

        assertThat(identifiers.next(IncidentId.class)).isEqualTo(IncidentId.of(501));
    }

    @Test
    void forWhatDoesNotCountNothingIsCaughtUpWith() {
        var identifiers = new IdentifierSource(store);
        identifiers.next(IncidentId.class);
        Declarations.record(store, IncidentId.of(500));

        identifiers.catchUp(new FindingId("F-7K3Q"));

        assertThat(identifiers.next(IncidentId.class)).isEqualTo(IncidentId.of(2));
    }

    @Test
    void whatIsInsideAnIncidentGetsFourCharactersThatCannotBeMisread() {
        var identifiers = new IdentifierSource(store);

        assertThat(identifiers.next(FindingId.class).value()).matches("F-[^ILOU]{4}");
        assertThat(identifiers.next(RollbackId.class).value()).matches("RB-[^ILOU]{4}");
        assertThat(identifiers.next(AnswerId.class).value()).matches("W-[^ILOU]{4}");
    }
}
