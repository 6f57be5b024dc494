package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.CommandAlreadyRecordedException;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CommitEncoding;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.HeadMovedException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The head is the last commit that is safe on disk. It moves after the transaction is, never within it: a reader that
 * was told of a head earlier could read a commit that a power cut takes back.
 */
final class CommitWriter {

    private static final String INSERT_COMMIT = """
            INSERT INTO commits (first, id, command_id, hash, body) VALUES (?, ?, ?, ?, ?)""";
    private static final String INSERT_OCCURRENCE = """
            INSERT OR IGNORE INTO occurrences (tag, type, first) VALUES (?, ?, ?)""";

    private final StoreConnection connection;
    private volatile Head head;

    CommitWriter(StoreConnection connection) throws SQLException {
        this.connection = connection;
        this.head = connection.lastCommit().map(Commit::head).orElse(Head.ORIGIN);
    }

    Head head() {
        return head;
    }

    void append(Head expected, List<Commit> commits) throws SQLException {
        List<Commit> missing = expected.equals(head) ? commits : withoutStored(commits);
        if (missing.isEmpty()) {
            return;
        }
        if (!expected.equals(head) && !missing.getFirst().follows(head)) {
            throw new HeadMovedException(expected);
        }
        Inserted inserted;
        connection.execute("BEGIN IMMEDIATE");
        try {
            inserted = insert(missing);
            connection.execute("COMMIT");
        } catch (SQLException | RuntimeException failure) {
            rollBack(failure);
            throw failure;
        }
        head = inserted.head();
        if (inserted.refusal() != null) {
            throw inserted.refusal();
        }
    }

    private record Inserted(Head head, @Nullable CommandAlreadyRecordedException refusal) {}

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
        for (Commit commit : commits) {
            if (!commit.follows(last)) {
                throw new IllegalArgumentException(
                        "Commit %d does not follow position %d".formatted(commit.first(), last.position()));
            }
            try {
                insertRow(commit);
            } catch (SQLiteException failure) {
                Commit earlier = earlierResult(commit, failure).orElseThrow(() -> failure);
                return new Inserted(last, new CommandAlreadyRecordedException(earlier));
            }
            insertOccurrences(commit);
            last = commit.head();
        }
        return new Inserted(last, null);
    }

    private void insertRow(Commit commit) throws SQLException {
        PreparedStatement row = connection.statement(INSERT_COMMIT);
        row.setLong(1, commit.first());
        row.setString(2, commit.id());
        row.setString(3, commit.commandId());
        row.setBytes(4, commit.hash().bytes());
        row.setBytes(5, CommitEncoding.encode(commit));
        row.executeUpdate();
    }

    private Optional<Commit> earlierResult(Commit commit, SQLiteException failure) throws SQLException {
        String commandId = commit.commandId();
        return failure.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE && commandId != null
                ? connection.commitOf(commandId)
                : Optional.empty();
    }

    private void rollBack(Exception failure) {
        try {
            connection.execute("ROLLBACK");
        } catch (SQLException rolledBackAlready) {
            failure.addSuppressed(rolledBackAlready);
        }
    }

    private void insertOccurrences(Commit commit) throws SQLException {
        record Occurrence(String tag, String type) {}
        List<Occurrence> occurrences = commit.events().stream()
                .flatMap(event -> Stream
                        .concat(Stream.of(Occurrences.ANY_EVENT), event.tags().stream().map(tag -> tag.encoded()))
                        .map(tag -> new Occurrence(tag, event.type())))
                .distinct()
                .toList();
        PreparedStatement row = connection.statement(INSERT_OCCURRENCE);
        for (Occurrence occurrence : occurrences) {
            row.setString(1, occurrence.tag());
            row.setString(2, occurrence.type());
            row.setLong(3, commit.first());
            row.executeUpdate();
        }
    }
}
