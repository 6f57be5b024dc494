package dev.andon.access;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.kernel.ApiKeyId;
import dev.andon.kernel.SecretDigest;
import dev.andon.kernel.event.ApiKeyCreated;
import dev.andon.kernel.event.ApiKeyEvent;
import dev.andon.kernel.event.ApiKeyRevoked;
import dev.andon.kernel.json.EventCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * The API keys that open something now, kept in memory from the log.
 *
 * <p>Complete before it answers for the first time: a process that began with what it happened to have read would turn
 * good bots away, and one that had not read a revocation yet would let a bad one in.
 */
public final class ApiKeys implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final Set<String> TYPES = Set.of(
            EventCodec.nameOf(ApiKeyCreated.class), EventCodec.nameOf(ApiKeyRevoked.class));
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Compared with when nothing else can be, so that an unknown identifier is answered no sooner than a wrong secret. */
    private static final SecretDigest NOBODYS = SecretDigest.of(PresentedKey.newSecret());

    private final EventStore store;
    private final Clock clock;
    private final EventCodec codec = new EventCodec();
    private final Map<ApiKeyId, ApiKeyCreated> open = new ConcurrentHashMap<>();
    private final Disposable following;
    private volatile long position;
    private volatile boolean upToDate;

    /** Blocks until the keys of the whole log are known. */
    ApiKeys(EventStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        load();
        this.following = Flux.defer(this::follow)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, SHORTEST_PAUSE).maxBackoff(LONGEST_PAUSE)
                        .doBeforeRetry(failed -> behind(failed.failure())))
                .subscribeOn(Schedulers.boundedElastic())
                .subscribe();
    }

    /** The bot that this key lets in: nobody if the key is unknown, revoked or expired, whichever it is. */
    Optional<Identity.Bot> botWith(String token) {
        Optional<PresentedKey> presented = PresentedKey.parse(token);
        Optional<ApiKeyCreated> known = presented.map(PresentedKey::id).map(open::get);
        String secret = presented.map(PresentedKey::secret).orElse(token);
        boolean right = known.map(ApiKeyCreated::secret).orElse(NOBODYS).isOf(secret);
        return known.filter(key -> right && !hasExpired(key))
                .map(key -> new Identity.Bot(key.apiKeyId(), key.name(), EnumSet.copyOf(key.roles())));
    }

    /** Whether what others record now is seen within moments. */
    boolean isUpToDate() {
        return upToDate;
    }

    @Override
    public void close() {
        following.dispose();
    }

    private boolean hasExpired(ApiKeyCreated key) {
        return key.expiresAt() != null && !clock.instant().isBefore(key.expiresAt());
    }

    private void load() {
        long head = store.head().blockOptional().orElseThrow().position();
        store.read(Criteria.ofTypes(TYPES.toArray(String[]::new)), 0, head)
                .doOnNext(event -> apply(event.data()))
                .blockLast();
        position = head;
        upToDate = true;
    }

    private Flux<Commit> follow() {
        return store.head()
                .doOnNext(_ -> upToDate = true)
                .thenMany(Flux.defer(() -> store.follow(position)))
                .doOnNext(this::apply);
    }

    private void apply(Commit commit) {
        commit.recordedEvents()
                .filter(event -> event.position() > position)
                .map(RecordedEvent::data)
                .filter(event -> TYPES.contains(event.type()))
                .forEach(this::apply);
        position = commit.last();
    }

    private void apply(EventData event) {
        switch ((ApiKeyEvent) codec.read(event.type(), event.version(), event.payload())) {
            case ApiKeyCreated created -> open.put(created.apiKeyId(), created);
            case ApiKeyRevoked revoked -> open.remove(revoked.apiKeyId());
        }
    }

    private void behind(Throwable failure) {
        if (upToDate) {
            LOG.warn("The log cannot be followed behind position {}; API keys are as they were then", position,
                    failure);
        }
        upToDate = false;
    }
}
