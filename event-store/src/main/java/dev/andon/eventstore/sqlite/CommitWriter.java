package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.CommandAlreadyRecordedException;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.HeadMovedException;
import dev.andon.eventstore.NotStoredException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The head is the last commit that is safe on disk. It moves after the transaction is, never within it: a reader that
 * was told of a head earlier could read a commit that a power cut takes back.
 */
final class CommitWriter {

    private static final Logger LOG = LoggerFactory.getLogger(CommitWriter.class);
    private static final String INSERT_COMMIT = """
            INSERT INTO commits (first, hash, body) VALUES (?, ?, ?)""";

    private final StoreConnection connection;
    private final OccurrenceIndex index;
    private final Backlog backlog;
    private volatile Head head = Head.ORIGIN;
    private boolean inDoubt;

    CommitWriter(StoreConnection connection, Backlog backlog) throws SQLException {
        this.connection = connection;
        this.index = new OccurrenceIndex(connection);
        this.backlog = backlog;
        takeOver();
    }

    /** What the file holds is what there is. */
    private void takeOver() throws SQLException {
        backlog.replaceBy(index.missing());
        head = connection.lastCommit().map(Commit::head).orElse(Head.ORIGIN);
        index.requireNothingBehind(head);
        inDoubt = false;
    }

    Head head() {
        return head;
    }

    void append(Head expected, List<Commit> commits) throws SQLException {
        if (inDoubt) {
            takeOver();
        }
        List<Commit> missing = expected.equals(head) ? commits : withoutStored(commits);
        if (missing.isEmpty()) {
            return;
        }
        if (!expected.equals(head) && !missing.getFirst().follows(head)) {
            throw new HeadMovedException(expected);
        }
        Backlog.Slice slice = backlog.due();
        Inserted inserted = insertWithoutCommitting(missing, slice);
        commit();
        backlog.written(slice);
        // a reader looks no further than the head, and must find there everything up to it
        inserted.commits().forEach(backlog::add);
        if (!inserted.commits().isEmpty()) {
            head = inserted.commits().getLast().head();
        }
        if (inserted.refusal() != null) {
            throw inserted.refusal();
        }
    }

    /** Writes what is only derived, so that the next one to open the file need not derive it. */
    void finish() {
        try {
            connection.execute("BEGIN IMMEDIATE");
            for (Backlog.Slice slice = backlog.rest(); !slice.rows().isEmpty(); slice = backlog.rest()) {
                index.write(slice);
                backlog.written(slice);
            }
            connection.execute("COMMIT");
        } catch (SQLException harmless) {
            LOG.warn("The index of the event store will be completed when it is opened again", harmless);
        }
    }

    private Inserted insertWithoutCommitting(List<Commit> commits, Backlog.Slice slice) throws SQLException {
        try {
            connection.execute("BEGIN IMMEDIATE");
            index.write(slice);
            return insert(commits);
        } catch (SQLException failure) {
            rollBack(failure);
            throw notStored(failure);
        } catch (RuntimeException failure) {
            rollBack(failure);
            throw failure;
        }
    }

    /** What the disk has of a transaction whose sync failed, only the next look tells; a full disk has nothing of it. */
    private void commit() throws SQLException {
        try {
            connection.execute("COMMIT");
        } catch (SQLException failure) {
            rollBack(failure);
            inDoubt = true;
            if (failure instanceof SQLiteException full && full.getResultCode() == SQLiteErrorCode.SQLITE_FULL) {
                throw notStored(failure);
            }
            throw failure;
        }
    }

    private static NotStoredException notStored(SQLException failure) {
        return new NotStoredException("The event store could not be written: " + failure.getMessage(), failure);
    }

    private record Inserted(List<Commit> commits, @Nullable CommandAlreadyRecordedException refusal) {}

    private List<Commit> withoutStored(List<Commit> commits) throws SQLException {
        int stored = 0;
        while (stored < commits.size() && isStored(commits.get(stored))) {
            stored++;
        }
        return commits.subList(stored, commits.size());
    }

    private boolean isStored(Commit commit) throws SQLException {
        return connection.commitAt(commit.first()).filter(stored -> stored.id().equals(commit.id())).isPresent();
    }

    private Inserted insert(List<Commit> commits) throws SQLException {
        Head last = head;
        Map<String, Commit> results = new HashMap<>();
        for (int index = 0; index < commits.size(); index++) {
            Commit commit = commits.get(index);
            if (!commit.follows(last)) {
                throw new IllegalArgumentException(
                        "Commit %d does not follow position %d".formatted(commit.first(), last.position()));
            }
            if (commit.commandId() != null) {
                Commit earlier = results.putIfAbsent(commit.commandId(), commit);
                if (earlier == null) {
                    earlier = backlog.commitOf(commit.commandId(), connection).orElse(null);
                }
                if (earlier != null) {
                    return new Inserted(commits.subList(0, index), new CommandAlreadyRecordedException(earlier));
                }
            }
            insertRow(commit);
            last = commit.head();
        }
        return new Inserted(commits, null);
    }

    private void insertRow(Commit commit) throws SQLException {
        PreparedStatement row = connection.statement(INSERT_COMMIT);
        row.setLong(1, commit.first());
        row.setBytes(2, commit.hash().bytes());
        row.setBytes(3, commit.encoding());
        row.executeUpdate();
    }

    private void rollBack(Exception failure) {
        try {
            connection.prepareAnew();
            connection.execute("ROLLBACK");
        } catch (SQLException rolledBackAlready) {
            failure.addSuppressed(rolledBackAlready);
        }
    }
}
