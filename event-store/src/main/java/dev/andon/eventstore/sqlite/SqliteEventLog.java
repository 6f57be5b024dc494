package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.StoreRefusedException;
import dev.andon.eventstore.Tag;
import dev.andon.eventstore.sqlite.StoreThreads.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A log in one file, for one process. A reader sees what is safe on disk and nothing else: every read is bounded by the
 * head at its subscription, and the head moves after the disk has it.
 */
public final class SqliteEventLog implements EventLog {

    private final StoreLock lock;
    private final StoreThreads threads;

    private SqliteEventLog(StoreLock lock, StoreThreads threads) {
        this.lock = lock;
        this.threads = threads;
    }

    /**
     * Opens the store, or creates it. Fails with {@link StoreRefusedException} if another process has it open, if a newer
     * version wrote it, or if it is something else.
     *
     * @param directoryOrFile a name that ends in ".db" is the file; any other is the directory to keep it in
     */
    public static SqliteEventLog open(Path directoryOrFile) {
        return open(directoryOrFile, Backlog.ROWS);
    }

    static SqliteEventLog open(Path directoryOrFile, int rowsOfBacklog) {
        try {
            StoreFile file = StoreFile.at(directoryOrFile);
            StoreLock lock = StoreLock.of(file.path());
            try {
                SqliteEventLog log = new SqliteEventLog(lock, StoreThreads.on(file, rowsOfBacklog));
                lock.rememberStore();
                return log;
            } catch (IOException | SQLException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot open the event store at " + directoryOrFile, failure);
        } catch (SQLException failure) {
            throw new StoreRefusedException("Cannot open the event store at " + directoryOrFile, failure);
        }
    }

    /**
     * Opens a store that is there, for reading only, while its owner may go on writing: takes no lock, changes nothing,
     * and ends where the log ended when it was opened. It takes no appends. What is damaged in it is found by reading it.
     * Fails with {@link StoreRefusedException} if there is no store, or none that this version knows.
     */
    public static EventLog openReadOnly(Path directoryOrFile) {
        return ReadOnlyLog.open(StoreFile.existing(directoryOrFile));
    }

    @Override
    public Mono<Head> head() {
        return Mono.fromSupplier(threads::head);
    }

    @Override
    public Mono<Head> headAt(long position) {
        return threads.read(reader -> reader.headAt(position)).flatMap(Mono::justOrEmpty);
    }

    @Override
    public Mono<Void> append(Head expected, List<Commit> commits) {
        return threads.write(writer -> {
            writer.append(expected, commits);
            return commits;
        }).then();
    }

    @Override
    public Mono<Void> appendHere(Head expected, List<Commit> commits) {
        return threads.writeHere(writer -> {
            writer.append(expected, commits);
            return commits;
        }).then();
    }

    @Override
    public Flux<Commit> read(long after) {
        return Flux.defer(() -> {
            long upTo = threads.head().position();
            return after >= upTo
                    ? Flux.empty()
                    : commits(
                            reader -> reader.commits(reader.startOfCommitAt(after + 1), upTo),
                            from -> reader -> reader.commits(from, upTo));
        });
    }

    @Override
    public Flux<Commit> readMatching(Criteria criteria, long after, long upTo) {
        return Flux.defer(() -> {
            long end = Math.min(upTo, threads.head().position());
            return after >= end || criteria.clauses().isEmpty()
                    ? Flux.empty()
                    : commits(
                            reader -> reader.search(criteria, after, end).firstPage(reader),
                            from -> reader -> reader.search(criteria, after, end).page(reader, from));
        });
    }

    @Override
    public Mono<Long> firstWith(Tag tag) {
        return Mono.defer(() -> threads.isNowhere(tag)
                ? Mono.empty()
                : threads.read(reader -> reader.firstWith(tag)).flatMap(Mono::justOrEmpty));
    }

    private Flux<Commit> commits(
            Work<CommitReader, Page> firstPage, LongFunction<Work<CommitReader, Page>> pageFrom) {
        return threads.read(firstPage, pageFrom).concatMapIterable(Page::commits, 1);
    }

    @Override
    public Mono<Commit> commitOf(String commandId) {
        return threads.read(reader -> reader.commitOf(commandId)).flatMap(Mono::justOrEmpty);
    }

    /** Finishes what it has accepted. Closing twice is closing once. */
    @Override
    public void close() {
        try {
            threads.close();
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
