package dev.andon.eventstore.sqlite;

import dev.andon.eventstore.Head;
import dev.andon.eventstore.NotStoredException;
import dev.andon.eventstore.Tag;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One thread writes, a few others read, and nobody else's thread ever waits for the disk who did not offer to. Whoever
 * writes has the turn: while one does so in his own thread, the one that writes waits for it. What the readers answer goes on
 * in a virtual thread: a caller that blocked one of these for the answer to a second question would wait for itself.
 *
 * <p>Whoever asks for a single thing in a virtual thread has a thread to wait in already, and looks himself, unless
 * some do already: the two changes of thread would cost as much as what he looks for.
 */
final class StoreThreads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreThreads.class);
    private static final int READERS = 3;
    private static final int VISITORS = 2;
    private static final int PAGES_AHEAD = 2;
    private static final Scheduler CALLERS = Schedulers.fromExecutor(Thread::startVirtualThread);

    private final Backlog backlog;
    private final CommitWriter writer;
    private final ReentrantLock turn = new ReentrantLock();
    private final Folding folding;
    private boolean finished;
    private final List<StoreConnection> connections;
    private final Queue<CommitReader> idleReaders = new ConcurrentLinkedQueue<>();
    private final Semaphore visits = new Semaphore(VISITORS);
    private final Deque<CommitReader> visitorsReaders = new ConcurrentLinkedDeque<>();
    private final ExecutorService writing = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("andon-log-writer").factory());
    private final ExecutorService reading = Executors.newFixedThreadPool(READERS,
            Thread.ofPlatform().daemon().name("andon-log-reader-", 1).factory());

    @FunctionalInterface
    interface Work<S, T> {
        T with(S storage) throws SQLException;
    }

    private StoreThreads(List<StoreConnection> connections, int rowsOfBacklog) throws SQLException {
        this.connections = connections;
        this.backlog = new Backlog(rowsOfBacklog);
        this.writer = new CommitWriter(connections.getFirst(), backlog);
        this.folding = new Folding(connections.getLast(), connections.getFirst(), this::betweenAppends);
        List<CommitReader> readers = connections.stream().skip(1).limit(READERS + VISITORS)
                .map(connection -> new CommitReader(connection, backlog)).toList();
        idleReaders.addAll(readers.subList(0, READERS));
        visitorsReaders.addAll(readers.subList(READERS, READERS + VISITORS));
    }

    static StoreThreads on(StoreFile file, int rowsOfBacklog) throws SQLException {
        List<StoreConnection> connections = new ArrayList<>();
        try {
            connections.add(new StoreConnection(file.connect()));
            file.prepare(connections.getFirst().jdbc());
            connections.getFirst().leaveTransactionsToStatements();
            for (int other = 0; other < READERS + VISITORS + 1; other++) {
                connections.add(new StoreConnection(file.connect()));
            }
            return new StoreThreads(connections, rowsOfBacklog);
        } catch (SQLException | RuntimeException failure) {
            closeAll(connections);
            throw failure;
        }
    }

    Head head() {
        return writer.head();
    }

    /** Whether no event is known to have this tag, without a look at the file; "no" says nothing. */
    boolean isNowhere(Tag tag) {
        return backlog.isNowhere(tag.encoded());
    }

    /** Signals in the one thread that writes. */
    <T> Mono<T> write(Work<CommitWriter, T> work) {
        return on(writing, () -> {
            turn.lock();
            return inTurn(work);
        }).onErrorMap(IllegalStateException.class,
                closed -> new NotStoredException("Nothing was stored: " + closed.getMessage(), closed));
    }

    /** In the subscribing thread, if it may block and nobody else is writing. */
    <T> Mono<T> writeHere(Work<CommitWriter, T> work) {
        return Mono.defer(() -> {
            if (Schedulers.isInNonBlockingThread() || !turn.tryLock()) {
                return write(work);
            }
            if (finished) {
                turn.unlock();
                return write(work);
            }
            try {
                return Mono.just(inTurn(work));
            } catch (SQLException failure) {
                return Mono.error(failure);
            }
        });
    }

    private <T> T inTurn(Work<CommitWriter, T> work) throws SQLException {
        try {
            T result = work.with(writer);
            folding.foldIfWorthwhile();
            return result;
        } finally {
            turn.unlock();
        }
    }

    private void betweenAppends(Runnable work) {
        writing.execute(() -> {
            turn.lock();
            try {
                work.run();
            } finally {
                turn.unlock();
            }
        });
    }

    <T> Mono<T> read(Work<CommitReader, T> work) {
        return Mono.defer(() -> {
            if (!Thread.currentThread().isVirtual() || !visits.tryAcquire()) {
                return ask(work).publishOn(CALLERS);
            }
            CommitReader reader = visitorsReaders.pop();
            try {
                return reading.isShutdown() ? ask(work) : Mono.just(work.with(reader));
            } catch (SQLException failure) {
                return Mono.error(failure);
            } finally {
                visitorsReaders.push(reader);
                visits.release();
            }
        });
    }

    /** The next page is read while somebody is busy with the last one. */
    Flux<Page> read(Work<CommitReader, Page> firstPage, LongFunction<Work<CommitReader, Page>> pageFrom) {
        return ask(firstPage)
                .expand(page -> page.next() == 0 ? Mono.empty() : ask(pageFrom.apply(page.next())))
                .publishOn(CALLERS, PAGES_AHEAD);
    }

    private <T> Mono<T> ask(Work<CommitReader, T> work) {
        return on(reading, () -> {
            // there are as many readers as threads that ask for one
            CommitReader reader = idleReaders.remove();
            try {
                return work.with(reader);
            } finally {
                idleReaders.add(reader);
            }
        });
    }

    @FunctionalInterface
    private interface Task<T> {
        T run() throws SQLException;
    }

    /** A subscriber that goes away neither stops the work nor interrupts the thread at it. */
    private static <T> Mono<T> on(ExecutorService threads, Task<T> task) {
        return Mono.fromFuture(() -> {
            try {
                return CompletableFuture.supplyAsync(() -> run(task), threads);
            } catch (RejectedExecutionException closed) {
                return CompletableFuture.failedFuture(new IllegalStateException("The event log is closed", closed));
            }
        }, true);
    }

    private static <T> T run(Task<T> task) {
        try {
            return task.run();
        } catch (SQLException failure) {
            throw new CompletionException(failure);
        }
    }

    /** Waits for the work at hand. */
    @Override
    public void close() {
        reading.close();
        // who comes later finds it closed
        visits.acquireUninterruptibly(VISITORS);
        visits.release(VISITORS);
        folding.close();
        if (!writing.isShutdown()) {
            betweenAppends(() -> {
                writer.finish();
                finished = true;
            });
        }
        writing.close();
        closeAll(connections);
    }

    private static void closeAll(List<StoreConnection> connections) {
        // the writer's comes first in the list and last here: the last one to close folds the write-ahead log back
        for (StoreConnection connection : connections.reversed()) {
            try {
                connection.close();
            } catch (SQLException failure) {
                LOG.warn("A connection to the event store did not close", failure);
            }
        }
    }
}
