package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.CorruptCommitException;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.StoreRefusedException;
import dev.andon.eventstore.StoredCommit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A log as somebody sees it who must not touch it, up to where it ended when he came. Opening it trusts nothing: a store
 * whose last commit is damaged is the very one that somebody wants to look at.
 *
 * <p>One thread reads pages of rows, ahead of whoever makes commits of them. Questions have a connection of their own, or
 * each would wait for the pages that are read ahead of it.
 */
final class ReadOnlyLog implements EventLog {

    private static final int PAGES_AHEAD = 4;
    private static final String ROWS = "WHERE first >= ? AND first <= ? ORDER BY first";

    private final StoreFile file;
    private final FileTime modified;
    private final boolean inUse;
    private final StoreConnection scanning;
    private final StoreConnection asking;
    private final CommitReader reader;
    private final long end;
    private final Scheduler scanner = Schedulers.newSingle("andon-log-scanner", true);
    private final Scheduler asker = Schedulers.newSingle("andon-log-asker", true);
    private final Scheduler callers = Schedulers.newSingle("andon-log-checker", true);

    private ReadOnlyLog(StoreFile file, boolean inUse, FileTime modified, StoreConnection scanning,
            StoreConnection asking) throws SQLException {
        this.file = file;
        this.inUse = inUse;
        this.modified = modified;
        this.scanning = scanning;
        this.asking = asking;
        this.end = lastFirst(scanning);
        this.reader = new CommitReader(asking, notIndexed());
    }

    static ReadOnlyLog open(StoreFile file) {
        boolean inUse = file.hasWriteAheadLog();
        try {
            FileTime modified = file.lastModified();
            StoreConnection scanning = new StoreConnection(file.connectToRead(inUse));
            try {
                if (file.isEmpty(scanning.jdbc())) {
                    throw new StoreRefusedException(file.path() + " is empty");
                }
                return new ReadOnlyLog(file, inUse, modified, scanning,
                        new StoreConnection(file.connectToRead(inUse)));
            } catch (SQLException | RuntimeException failure) {
                scanning.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the event store at " + file.path(), failure);
        } catch (SQLException failure) {
            throw new StoreRefusedException("Cannot read the event store at %s: %s".formatted(file.path(),
                    failure.getMessage()), failure);
        }
    }

    /** Where the last commit begins; unknown if the file is cut off, and then the end is where reading fails. */
    private static long lastFirst(StoreConnection connection) throws SQLException {
        try {
            return connection.startOfCommitAt(Long.MAX_VALUE);
        } catch (SQLException failure) {
            damage(connection, 1, failure);
            return Long.MAX_VALUE;
        }
    }

    /** As far as it makes sense: what is behind damage is not asked for. */
    private Backlog notIndexed() throws SQLException {
        Backlog backlog = new Backlog(Backlog.ROWS);
        try {
            List<CommitRow> rows = page(new OccurrenceIndex(scanning).upTo() + 1);
            while (!rows.isEmpty()) {
                rows.forEach(row -> backlog.add(row.commit()));
                rows = page(rows.getLast().first() + 1);
            }
        } catch (CorruptCommitException found) {
            return backlog;
        }
        return backlog;
    }

    @Override
    public Mono<Head> head() {
        return on(asker, () -> found(0, () -> asking.lastCommitUpTo(end).map(Commit::head).orElse(Head.ORIGIN)));
    }

    @Override
    public Flux<StoredCommit> readStored() {
        return rowsFrom(1).map(CommitRow::stored);
    }

    @Override
    public Flux<Commit> read(long after) {
        return on(asker, () -> Math.max(1, asking.startOfCommitAt(after + 1))).flatMapMany(this::rowsFrom)
                .map(CommitRow::commit).filter(commit -> commit.last() > after);
    }

    private Flux<CommitRow> rowsFrom(long first) {
        return Flux.<List<CommitRow>, Long>generate(() -> first, (from, sink) -> {
            try {
                List<CommitRow> page = page(from);
                if (page.isEmpty()) {
                    sink.complete();
                    return from;
                }
                sink.next(page);
                return page.getLast().first() + 1;
            } catch (SQLException failure) {
                sink.error(failure);
                return from;
            }
        })
                .subscribeOn(scanner)
                .publishOn(callers, PAGES_AHEAD)
                .concatMapIterable(page -> page, 1);
    }

    /** The rows that begin there or later, as many as one reader should hold in memory; none behind the end. */
    private List<CommitRow> page(long from) throws SQLException {
        requireUnchanged();
        List<CommitRow> rows = new ArrayList<>();
        long bytes = 0;
        PreparedStatement statement = scanning.commits(ROWS);
        statement.setLong(1, from);
        statement.setLong(2, end);
        try (ResultSet found = statement.executeQuery()) {
            while (rows.size() < Page.MAX_COMMITS && bytes < Page.MAX_PAYLOAD_BYTES && found.next()) {
                CommitRow row = CommitRow.of(found);
                rows.add(row);
                bytes += row.size();
            }
        } catch (SQLException failure) {
            CorruptCommitException damage = damage(scanning, from, failure);
            if (rows.isEmpty()) {
                throw damage;
            }
        }
        return rows;
    }

    /** Nobody is known to a server that was not there when this log was opened; what it writes may tear what is read. */
    private void requireUnchanged() {
        try {
            if (!inUse && !file.lastModified().equals(modified)) {
                throw new StoreRefusedException(file.path() + " has been written to meanwhile: read it again");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static CorruptCommitException damage(StoreConnection connection, long position, SQLException failure)
            throws SQLException {
        connection.prepareAnew();
        if (failure instanceof SQLiteException refusal) {
            SQLiteErrorCode code = refusal.getResultCode();
            if (code.name().startsWith("SQLITE_CORRUPT") || code.name().startsWith("SQLITE_IOERR")) {
                return new CorruptCommitException(position, "the file cannot be read on: " + code.message, failure);
            }
        }
        throw failure;
    }

    @Override
    public Flux<Commit> readMatching(Criteria criteria, long after, long upTo) {
        if (criteria.clauses().isEmpty() || after >= upTo) {
            return Flux.empty();
        }
        return on(asker, () -> found(upTo, () -> reader.search(criteria, after, upTo)))
                .flatMapMany(search -> on(asker, () -> found(upTo, () -> search.firstPage(reader)))
                        .expand(page -> page.next() == 0
                                ? Mono.empty()
                                : on(asker, () -> found(upTo, () -> search.page(reader, page.next()))))
                        .concatMapIterable(Page::commits, 1));
    }

    @FunctionalInterface
    private interface Question<T> {
        T answer() throws SQLException;
    }

    /** An index that cannot be read leaves open whether the commit behind is what it should be. */
    private <T> T found(long upTo, Question<T> question) throws SQLException {
        try {
            return question.answer();
        } catch (SQLException failure) {
            throw damage(asking, upTo + 1, failure);
        }
    }

    @Override
    public Mono<Commit> commitOf(String commandId) {
        return on(asker, () -> reader.commitOf(commandId)).flatMap(Mono::justOrEmpty);
    }

    private <T> Mono<T> on(Scheduler thread, Callable<T> question) {
        return Mono.fromCallable(question).subscribeOn(thread).publishOn(callers);
    }

    @Override
    public Mono<Void> append(Head expected, List<Commit> commits) {
        return Mono.error(new StoreRefusedException(file.path() + " was opened to be read only"));
    }

    @Override
    public void close() {
        for (Scheduler thread : List.of(callers, scanner, asker)) {
            thread.disposeGracefully().block();
        }
        try {
            scanning.close();
            asking.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("The event store at %s did not close".formatted(file.path()), failure);
        }
    }
}
