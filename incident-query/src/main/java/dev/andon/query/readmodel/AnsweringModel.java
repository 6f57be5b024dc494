package dev.andon.query.readmodel;

import dev.andon.kernel.json.AndonJson;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.core.JacksonException;

/**
 * Answers from the newest version of the documents that is complete; from this process's own version if none is.
 *
 * <p>Keeps: what it says about position is true of every answer that is asked for afterwards, and an answer is never taken
 * from documents that somebody dropped meanwhile. They would look empty, and an empty answer looks like a fact. Nor is it
 * taken from documents of events that the log does not have: beside a log that was restored from an older backup, they
 * would tell of what never happened.
 */
final class AnsweringModel<D> implements ReadModel<D> {

    private final Projection<D> projection;
    private final FollowedLog log;
    private final ReadModelStore store;
    private final Bell bell;
    private final Duration patience;
    private final RememberedGroups<D> groups = new RememberedGroups<>(this::decode);
    private final Mono<Map<DocumentKey, D>> all = remembered(document -> document);
    private final Sinks.Many<Long> positions = Sinks.many().replay().latestOrDefault(0L);
    private volatile @Nullable Answering answering;
    private volatile long position;

    private record Answering(DocumentStore documents, long position, boolean ownedHere) {}

    AnsweringModel(Projection<D> projection, FollowedLog log, ReadModelStore store, Bell bell, Duration patience) {
        this.projection = projection;
        this.log = log;
        this.store = store;
        this.bell = bell;
        this.patience = patience;
    }

    /** Which version is to answer, and how far it has come; nothing if none can. */
    Mono<KeptVersion> choose() {
        ModelVersion own = ModelVersion.of(projection);
        Comparator<KeptVersion> preference = Comparator
                .comparing((KeptVersion each) -> each.state().complete())
                .thenComparing(each -> each.state().version().hasVersionOf(own))
                .thenComparing(each -> each.state().version().version())
                .thenComparing(each -> each.state().version().generation());
        return store.versions(own.name())
                .filter(each -> each.state().complete() || each.state().version().hasVersionOf(own))
                .filterWhen(each -> log.objectionTo(each.state().seen()).hasElement().map(objected -> !objected))
                .collectList().flatMap(kept -> Mono.justOrEmpty(kept.stream().max(preference)));
    }

    /**
     * From now on this version answers. Only the projector's thread says so.
     *
     * @param ownedHere whether no other process may drop the version
     */
    void answerFrom(DocumentStore documents, long reflected, boolean ownedHere) {
        answering = new Answering(documents, reflected, ownedHere);
        position = reflected;
        positions.emitNext(reflected, Sinks.EmitFailureHandler.FAIL_FAST);
    }

    /** From now on nothing answers. */
    void answerNothing() {
        answering = null;
        position = 0;
        positions.emitNext(0L, Sinks.EmitFailureHandler.FAIL_FAST);
    }

    /** What whoever asks now is answered with. */
    long reflects() {
        return position;
    }

    /** Whether readers see this version at the moment. */
    boolean answersFrom(ModelVersion version) {
        Answering current = answering;
        return current != null && current.documents().version().equals(version);
    }

    @Override
    public Mono<Long> position() {
        return Mono.fromSupplier(() -> position);
    }

    @Override
    public Mono<Void> reached(long wanted) {
        return positions.asFlux().filter(reflected -> reflected >= wanted).next().then()
                .timeout(patience,
                        Mono.error(() -> new PositionNotReachedException(projection.name(), wanted, position)))
                .doFirst(bell::ring);
    }

    @Override
    public Mono<D> find(DocumentKey key) {
        return ask(documents -> documents.find(key).flux().map(this::decode)).next();
    }

    @Override
    public Mono<Map<DocumentKey, D>> find(Set<DocumentKey> keys) {
        return ask(documents -> documents.load(keys).flatMapIterable(Map::values)
                .filter(stored -> stored.body() != null))
                .collectMap(StoredDocument::key, this::decode);
    }

    @Override
    public Flux<D> findGroup(String group) {
        return projection.writesOnce()
                ? askVouched((documents, position) -> groups.find(group, documents, position))
                : ask(documents -> documents.findGroup(group).map(this::decode));
    }

    @Override
    public Flux<D> findAll() {
        return all.flatMapIterable(Map::values);
    }

    @Override
    public <T> Mono<Map<DocumentKey, T>> remembered(Function<D, T> workedOut) {
        var remembered = new RememberedDocuments<T>(stored -> workedOut.apply(decode(stored)));
        return askVouched((documents, position) -> remembered.find(documents, position).flux()).next();
    }

    @Override
    public Flux<D> findChanged(long after) {
        // To look for them may be to look at all documents, and mostly there are none.
        return ask(documents -> documents.state()
                .filter(state -> state.seen().position() > after)
                .flatMapMany(_ -> documents.findChanged(after))
                .filter(document -> document.body() != null)
                .map(this::decode));
    }

    @Override
    public Mono<Page<D>> findPage(DocumentQuery query) {
        DocumentQuery oneMore = query.atMost(query.limit() + 1);
        return ask(documents -> documents.query(oneMore).map(found -> Map.entry(found, decode(found.document()))))
                .collectList().map(found -> page(found, query.limit()));
    }

    private Page<D> page(List<Map.Entry<FoundDocument, D>> found, int limit) {
        boolean more = found.size() > limit;
        Cursor next = more ? found.get(limit - 1).getKey().cursor() : null;
        return new Page<>(found.stream().limit(limit).map(Map.Entry::getValue).toList(), next);
    }

    /** @param question is given the position that the documents reflect at least, read before they are */
    private <T> Flux<T> askVouched(BiFunction<DocumentStore, Long, Flux<T>> question) {
        return Flux.defer(() -> {
            Answering vouching = answering;
            return ask(documents -> question.apply(documents,
                    vouching != null && documents.equals(vouching.documents()) ? vouching.position() : 0));
        });
    }

    private <T> Flux<T> ask(Function<DocumentStore, Flux<T>> question) {
        return Flux.defer(() -> {
            Answering current = answering;
            if (current == null) {
                return Flux.error(new ReadModelUnavailableException(projection.name(), null));
            }
            DocumentStore asked = current.documents();
            return current.ownedHere() ? askOwn(asked, question) : askWhatMayGo(asked, question);
        });
    }

    /** What this process drops itself no longer answers by then. */
    private <T> Flux<T> askOwn(DocumentStore asked, Function<DocumentStore, Flux<T>> question) {
        return question.apply(asked).collectList()
                .onErrorResume(error -> isAnswering(asked) ? Mono.error(error) : Mono.empty())
                .filter(_ -> isAnswering(asked))
                .switchIfEmpty(Mono.defer(() -> ask(question).collectList()))
                .flatMapIterable(answer -> answer);
    }

    private boolean isAnswering(DocumentStore asked) {
        Answering current = answering;
        return current != null && current.documents().equals(asked);
    }

    /** Believes the answer only if the documents are still there after it. */
    private <T> Flux<T> askWhatMayGo(DocumentStore asked, Function<DocumentStore, Flux<T>> question) {
        Mono<List<T>> elsewhere = Mono.defer(() -> {
            bell.ring();
            return choose().flatMap(chosen -> askWhatMayGo(chosen.documents(), question).collectList());
        });
        return question.apply(asked).collectList()
                .onErrorResume(error -> asked.state().flatMap(_ -> Mono.<List<T>>error(error)))
                .filterWhen(_ -> asked.state().hasElement())
                .switchIfEmpty(elsewhere)
                .switchIfEmpty(Mono.error(() -> new ReadModelUnavailableException(projection.name(), null)))
                .flatMapIterable(answer -> answer);
    }

    private D decode(StoredDocument stored) {
        byte[] body = stored.body();
        if (body == null) {
            throw new IllegalStateException("A document that is gone was found: " + stored.key());
        }
        try {
            return AndonJson.mapper().readValue(body, projection.documentType());
        } catch (JacksonException e) {
            // An older version's documents need not have the shape of this one's.
            throw new ReadModelUnavailableException(projection.name(), e);
        }
    }
}
