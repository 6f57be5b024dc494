package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CorruptCommitException;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.Tag;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Answers from one connection, each time with no more than a page. */
final class CommitReader {

    private final StoreConnection connection;
    private final Backlog backlog;

    CommitReader(StoreConnection connection, Backlog backlog) {
        this.connection = connection;
        this.backlog = backlog;
    }

    /** Where the commit begins that holds this position. */
    long startOfCommitAt(long position) throws SQLException {
        try {
            return connection.startOfCommitAt(position);
        } catch (SQLiteException failure) {
            throw damageOr(failure, position);
        }
    }

    /** The end of the commit that holds this position. */
    Optional<Head> headAt(long position) throws SQLException {
        return connection.commitAt(connection.startOfCommitAt(position)).map(Commit::head)
                .filter(end -> end.position() >= position);
    }

    Optional<Commit> commitOf(String commandId) throws SQLException {
        return backlog.commitOf(commandId, connection);
    }

    /** The commits that begin in [from, upTo]. */
    Page commits(long from, long upTo) throws SQLException {
        PreparedStatement statement = connection.commits("WHERE first >= ? AND first <= ? ORDER BY first");
        statement.setLong(1, from);
        statement.setLong(2, upTo);
        Page.Builder page = new Page.Builder();
        long next = from;
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Commit commit = StoreConnection.commit(rows);
                next = commit.last() + 1;
                if (page.see(commit, true)) {
                    return page.endingBefore(next);
                }
            }
        } catch (CorruptCommitException damaged) {
            // what is sound before it is still to be had; the next page begins, and fails, with the damage
            return page.endingBefore(damaged);
        } catch (SQLiteException failure) {
            return page.endingBefore(damageOr(failure, next));
        }
        return page.last();
    }

    /** What the next attempt will find no better. */
    private static CorruptCommitException damageOr(SQLiteException failure, long position) throws SQLiteException {
        if (failure.getResultCode() != SQLiteErrorCode.SQLITE_CORRUPT) {
            throw failure;
        }
        return new CorruptCommitException(position, "the file is damaged there", failure);
    }

    /** What there is to look up for these criteria. */
    Search search(Criteria criteria, long after, long upTo) throws SQLException {
        return new Search(criteria, Occurrences.of(criteria, backlog, connection), after, upTo);
    }

    /** Where the first commit begins that holds an event with this tag. */
    Optional<Long> firstWith(Tag tag) throws SQLException {
        if (isNowhere(tag.encoded())) {
            return Optional.empty();
        }
        SortedSet<Long> firsts = new TreeSet<>();
        for (Occurrences occurrences : Occurrences.of(Criteria.tagged(tag), backlog, connection)) {
            firsts.addAll(occurrences.firsts(backlog, connection, 1, Long.MAX_VALUE, 1));
        }
        return firsts.stream().findFirst();
    }

    /** Looks into the backlog first, and counts the writes before it asks the file, so that what moves meanwhile is seen. */
    private boolean isNowhere(String tag) throws SQLException {
        if (!backlog.isMissingHere(tag)) {
            return false;
        }
        long writes = backlog.writes();
        Stretch stretch = connection.stretchAround(tag);
        backlog.remember(stretch, writes);
        return !stretch.has(tag);
    }

    /** The commits of a search that begin at or after {@code from}. */
    Page commits(Search search, long from) throws SQLException {
        SortedSet<Long> candidates = new TreeSet<>();
        for (Occurrences occurrences : search.occurrences()) {
            candidates.addAll(occurrences.firsts(backlog, connection, from, search.upTo(), Page.MAX_COMMITS));
        }
        Page.Builder page = new Page.Builder();
        for (long first : candidates) {
            Commit commit = connection.commitAt(first).orElseThrow();
            // each list of candidates ends with so many, so what stands behind a full page is not known completely
            if (page.see(commit, search.wants(commit))) {
                return page.endingBefore(commit.last() + 1);
            }
        }
        return page.last();
    }
}
