package dev.andon.eventstore.sqlite;

import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.eventstore.CommandAlreadyRecordedException;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.NotStoredException;
import dev.andon.eventstore.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a commit when the disk does not take it, or takes it and says nothing. */
class CommitWriterTest {

    private static final Subject INCIDENT = new Subject("incident=INC-1", "FindingAdded");

    @TempDir
    private static Path directory;

    @AutoClose
    private final StoreConnection connection;
    private final StoreFile file;
    private final Backlog backlog = new Backlog(1_000);

    CommitWriterTest() throws IOException, SQLException {
        file = StoreFile.at(directory.resolve(System.nanoTime() + ".db"));
        connection = new StoreConnection(file.connect());
    }

    @BeforeEach
    void createTheTables() throws SQLException {
        file.prepare(connection.jdbc());
    }

    @Test
    void aFullDiskTakesNothingAndAnEmptierOneGoesOnWhereItStopped() throws SQLException {
        // given
        CommitWriter writer = new CommitWriter(connection, backlog);
        connection.statement("PRAGMA max_page_count = 40").executeQuery().close();
        List<Commit> stored = new ArrayList<>();

        // when
        assertThatThrownBy(() -> {
            for (Commit next = next(writer); stored.size() < 10_000; next = next(writer)) {
                writer.append(writer.head(), List.of(next));
                stored.add(next);
            }
        }).isInstanceOf(NotStoredException.class).hasMessageContaining("full");

        // then
        assertThat(writer.head()).isEqualTo(stored.getLast().head());
        connection.statement("PRAGMA max_page_count = 4000").executeQuery().close();
        stored.add(next(writer));
        writer.append(writer.head(), List.of(stored.getLast()));
        assertThat(stored()).isEqualTo(stored);
        assertThat(found()).containsExactlyElementsOf(stored.stream().map(Commit::first).toList());
    }

    @Test
    void aCommitThatIsStoredAlreadyIsASuccess() throws SQLException {
        // given
        CommitWriter writer = new CommitWriter(connection, backlog);
        Commit first = next(writer);
        Commit second = commit(first.head(), event("FindingAdded"));
        writer.append(Head.ORIGIN, List.of(first));

        // when
        writer.append(Head.ORIGIN, List.of(first, second));
        writer.append(Head.ORIGIN, List.of(first, second));

        // then
        assertThat(stored()).containsExactly(first, second);
    }

    @Test
    void whatAWriterThatDiedHadNotIndexedIsFoundByTheNextOne() throws SQLException {
        // given
        CommitWriter dying = new CommitWriter(connection, backlog);
        List<Long> stored = new ArrayList<>();
        while (stored.size() < 3_000) {
            stored.add(dying.head().position() + 1);
            dying.append(dying.head(), List.of(next(dying)));
            if (stored.size() % 300 == 0) {
                assertThat(found()).containsExactlyElementsOf(stored);
            }
        }

        // when
        backlog.replaceBy(new IndexRows());
        assertThat(found()).as("there is something to lose").hasSizeBetween(1, 2_999);
        CommitWriter next = new CommitWriter(connection, backlog);

        // then
        assertThat(found()).containsExactlyElementsOf(stored);
        next.finish();
        backlog.replaceBy(new IndexRows());
        assertThat(found()).as("all in the file").containsExactlyElementsOf(stored);
    }

    @Test
    void aCommandIsRecordedOnceWhereverItsResultIs() throws SQLException {
        // given
        CommitWriter writer = new CommitWriter(connection, backlog);
        Commit first = resultOf("command", writer.head());
        writer.append(writer.head(), List.of(first));

        // then
        assertThatAlreadyRecorded(writer, first, "not in the index yet");
        writer.finish();
        backlog.replaceBy(new IndexRows());
        assertThatAlreadyRecorded(writer, first, "in the index");
        Commit second = resultOf("another", writer.head());
        Commit third = resultOf("another", second.head());
        assertThatThrownBy(() -> writer.append(writer.head(), List.of(second, third)))
                .as("in the same transaction").isInstanceOf(CommandAlreadyRecordedException.class);
        assertThat(stored()).containsExactly(first, second);
    }

    private void assertThatAlreadyRecorded(CommitWriter writer, Commit first, String where) throws SQLException {
        assertThat(backlog.commitOf("command", connection)).as(where).contains(first);
        assertThatThrownBy(() -> writer.append(writer.head(), List.of(resultOf("command", writer.head())))).as(where)
                .isInstanceOfSatisfying(CommandAlreadyRecordedException.class,
                        known -> assertThat(known.commit()).isEqualTo(first));
    }

    @Test
    void commandsThatShareAFingerprintAreToldApart() throws SQLException {
        // given
        CommitWriter writer = new CommitWriter(connection, backlog);
        writer.append(writer.head(), List.of(resultOf("command", writer.head())));
        writer.finish();
        backlog.replaceBy(new IndexRows());
        connection.execute("UPDATE commands SET fingerprint = " + CommandFingerprint.of("another"));
        assertThat(connection.commitOf("another")).isEmpty();

        // when
        Commit second = resultOf("another", writer.head());
        writer.append(writer.head(), List.of(second));
        writer.finish();
        backlog.replaceBy(new IndexRows());

        // then
        assertThat(connection.commitOf("another")).contains(second);
    }

    private List<Commit> stored() throws SQLException {
        List<Commit> stored = new ArrayList<>();
        connection.forEachCommitBehind(0, stored::add);
        return stored;
    }

    private static Commit resultOf(String command, Head head) {
        return commit(head, command, event("FindingAdded"));
    }

    private static Commit next(CommitWriter writer) {
        return commit(writer.head(), event("FindingAdded", Tag.of("incident", "INC-1")));
    }

    private Set<Long> found() throws SQLException {
        return new Occurrences(List.of(INCIDENT)).firsts(backlog, connection, 1, Long.MAX_VALUE, 100_000);
    }
}
