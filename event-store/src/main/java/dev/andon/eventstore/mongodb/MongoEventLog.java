package dev.andon.eventstore.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.Aggregates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.StoreRefusedException;
import dev.andon.eventstore.StoredCommit;
import dev.andon.eventstore.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * The unique {@code _id} is the compare-and-set: every writer inserts at exactly head + 1, so of two writers one is
 * refused, and no position is ever left out. The head is read from the primary with majority concern; a head from a
 * local read may be rolled back after somebody has built on it.
 */
public final class MongoEventLog implements EventLog {

    private static final Logger LOG = LoggerFactory.getLogger(MongoEventLog.class);
    static final String COMMAND_INDEX = "commit_of_command";

    private static final String COLLECTION = "commits";
    private static final int CURSOR_BATCH = 256;
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final List<Bson> INSERTS = List.of(Aggregates.match(eq("operationType", "insert")),
            Aggregates.project(include("operationType", "documentKey")));
    private static final Bson LAST_FIRST = descending(CommitDocument.FIRST);
    private static final Bson HEAD = include(CommitDocument.COUNT, CommitDocument.HASH, CommitDocument.RECORDED_AT);
    // the driver's own threads must stay free to read the next answer
    private static final Scheduler CALLERS = Schedulers.fromExecutor(Thread::startVirtualThread);

    private final MongoCollection<Document> commits;
    private final CausalCommits causal;
    private final Insertion insertion;
    private final Runnable onClose;

    private MongoEventLog(MongoDatabase database, @Nullable MongoClient sessions, Runnable onClose) {
        this.commits = database.getCollection(COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
        this.causal = new CausalCommits(commits, sessions);
        this.insertion = new Insertion(causal);
        this.onClose = onClose;
    }

    /**
     * Connects, which takes a few round trips and blocks for them. Closing the log closes the connection. Fails with
     * {@link dev.andon.eventstore.StoreRefusedException}, whose message says what to change.
     *
     * @param connectionString names the database, or "andon" is used
     * @param standaloneAllowed for development only: such a server can lose what it acknowledged
     */
    public static MongoEventLog connect(String connectionString, boolean standaloneAllowed) {
        MongoConnection connection = MongoConnection.to(connectionString);
        try {
            return open(connection.database(), connection.client(), standaloneAllowed, connection::close);
        } catch (RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }

    /** Like {@link #connect}, on a connection that stays the caller's. */
    public static MongoEventLog on(MongoConnection connection, boolean standaloneAllowed) {
        return open(connection.database(), connection.client(), standaloneAllowed, () -> {});
    }

    /**
     * Connects for reading only: makes nothing that is missing, and asks of the server no more than the rights to read.
     * Fails with {@link StoreRefusedException} if there is no log.
     */
    public static EventLog connectToRead(String connectionString) {
        MongoConnection connection = MongoConnection.to(connectionString);
        MongoDatabase database = connection.database();
        try {
            return Flux.from(database.listCollectionNames())
                    .any(COLLECTION::equals)
                    .filter(Boolean::booleanValue)
                    .delayUntil(_ -> new StoreFormat(database, COLLECTION).requireKnown())
                    .onErrorMap(ServerDemands::explained)
                    .map(_ -> new MongoEventLog(database, null, connection::close))
                    .blockOptional()
                    .orElseThrow(() -> new StoreRefusedException(
                            "There is no event store in the database %s".formatted(database.getName())));
        } catch (RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }

    /**
     * Like {@link #on(MongoConnection, boolean)} for a server that never fails over, as one in a test: there is no session
     * to hold on to what an earlier primary knew.
     */
    public static MongoEventLog on(MongoDatabase database, boolean standaloneAllowed) {
        return open(database, null, standaloneAllowed, () -> {});
    }

    private static MongoEventLog open(
            MongoDatabase database,
            @Nullable MongoClient client,
            boolean standaloneAllowed,
            Runnable onClose) {
        ServerDemands.requireMajority(database.getWriteConcern(), database.getReadConcern());
        StoreFormat format = new StoreFormat(database, COLLECTION);
        return ServerDemands.check(database, COLLECTION, standaloneAllowed)
                .then(format.requireKnown())
                .then(CausalCommits.areSupportedBy(database))
                .map(sessions -> new MongoEventLog(database, sessions ? client : null, onClose))
                .flatMap(log -> format.prepare().thenReturn(log))
                .onErrorMap(ServerDemands::explained)
                .blockOptional()
                .orElseThrow();
    }

    @Override
    public Mono<Head> head() {
        return causal.findParts(new Document(), last -> last.projection(HEAD).sort(LAST_FIRST).limit(1)).next()
                .map(CommitDocument::head)
                .defaultIfEmpty(Head.ORIGIN)
                .publishOn(CALLERS);
    }

    @Override
    public Mono<Head> headAt(long position) {
        return Mono.from(commits.find(lte(CommitDocument.FIRST, position)).projection(HEAD)
                .sort(descending(CommitDocument.FIRST)).limit(1))
                .map(CommitDocument::head)
                .filter(end -> end.position() >= position)
                .publishOn(CALLERS);
    }

    @Override
    public Mono<Void> append(Head expected, List<Commit> batch) {
        return Mono.defer(() -> {
            Head last = expected;
            for (Commit commit : batch) {
                if (!commit.follows(last)) {
                    return Mono.error(new IllegalArgumentException(
                            "Commit %d does not follow position %d".formatted(commit.first(), last.position())));
                }
                last = commit.head();
            }
            return insertion.insert(expected, batch);
        }).publishOn(CALLERS);
    }

    @Override
    public Flux<Commit> read(long after) {
        return head().flatMapMany(head -> head.position() <= after
                ? Flux.empty()
                : find(new Document(), after, head.position()));
    }

    /** Does not ask for the head, since a damaged commit is none. */
    @Override
    public Flux<StoredCommit> readStored() {
        return Mono.from(commits.find(gte(CommitDocument.FIRST, 1L)).projection(include(CommitDocument.FIRST))
                .sort(descending(CommitDocument.FIRST)).limit(1))
                .flatMapMany(last -> find(new Document(), 0, last.getLong(CommitDocument.FIRST)))
                .map(StoredCommit::encodedAnew);
    }

    @Override
    public Flux<Commit> readMatching(Criteria criteria, long after, long upTo) {
        return criteria.clauses().isEmpty() || after >= upTo
                ? Flux.empty()
                : find(CriteriaFilter.of(criteria), after, upTo)
                        // the range of a query ends with a commit, the range in question may end within
                        .filter(commit -> commit.recordedEvents(criteria, after, upTo).findAny().isPresent());
    }

    @Override
    public Mono<Long> firstWith(Tag tag) {
        return causal.findParts(CriteriaFilter.of(Criteria.tagged(tag)), first -> first
                .projection(include(CommitDocument.FIRST)).sort(ascending(CommitDocument.FIRST)).limit(1)).next()
                .map(first -> first.getLong(CommitDocument.FIRST))
                .publishOn(CALLERS);
    }

    /** The driver asks for the next documents while the last ones are made into commits. */
    private Flux<Commit> find(Bson criteria, long after, long upTo) {
        return startOfCommitAt(after + 1)
                .flatMapMany(start -> causal.find(
                        and(criteria, gte(CommitDocument.FIRST, start), lte(CommitDocument.FIRST, upTo)),
                        found -> found.sort(ascending(CommitDocument.FIRST)).batchSize(CURSOR_BATCH)))
                .publishOn(CALLERS, CURSOR_BATCH)
                .map(CommitDocument::commit);
    }

    /** A position may be inside a commit: the last one that begins at or before it holds it. */
    private Mono<Long> startOfCommitAt(long position) {
        return position <= 1
                ? Mono.just(1L)
                : causal.findParts(lte(CommitDocument.FIRST, position),
                        last -> last.projection(include(CommitDocument.FIRST)).sort(LAST_FIRST).limit(1)).next()
                        .map(start -> start.getLong(CommitDocument.FIRST));
    }

    /** From the server's change stream, which speaks only of what a majority has; silent where there is none. */
    @Override
    public Flux<Long> wakeUps() {
        return Flux.from(commits.watch(INSERTS))
                .flatMapIterable(change -> Optional.ofNullable(change.getDocumentKey()).stream().toList())
                .map(key -> key.getInt64(CommitDocument.FIRST).getValue())
                .doOnError(unavailable -> LOG.debug("No change stream for now; the log is polled", unavailable))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, SILENCE))
                .publishOn(CALLERS);
    }

    @Override
    public Mono<Commit> commitOf(String commandId) {
        return causal.find(eq(CommitDocument.COMMAND_ID, commandId), one -> one.limit(1)).next()
                .map(CommitDocument::commit)
                .publishOn(CALLERS);
    }

    @Override
    public void close() {
        onClose.run();
    }
}
