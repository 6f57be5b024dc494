package dev.andon.query.timeline.live;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.kernel.IncidentId;
import dev.andon.query.timeline.Entry;
import dev.andon.query.timeline.TimelineDocument.Line;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Tells entries as they are recorded to all who listen. The log is followed once for the whole process, however many they
 * are, and an entry is put into words once; nobody has a thread or a buffer.
 *
 * <p>Keeps: an entry is told to all who had joined before this got to its position; whoever joins later sees that position,
 * and reads up to it. Were the two not one step, an entry between them would be told by neither.
 */
public final class LiveTimeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveTimeline.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final LoggedEntries log;
    private final Duration patience;
    private final Telling telling;
    private final Mono<Long> started;
    private final Disposable.Composite running = Disposables.composite();
    private final Set<Listener> toAll = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<Listener>> toOne = new ConcurrentHashMap<>();
    private long position;

    /**
     * @param heartbeat how often those are told that the connection is alive who are told nothing else
     * @param patience for whoever takes nothing though there is something to take
     */
    public LiveTimeline(EventStore events, Duration heartbeat, Duration patience) {
        this.log = new LoggedEntries(events);
        this.patience = patience;
        this.telling = new Telling(log);
        this.started = log.head()
                .doOnNext(head -> start(head, heartbeat))
                .cache(_ -> Duration.ofMillis(Long.MAX_VALUE), _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** Where the log ends; read models may not be that far yet. */
    public Mono<Long> head() {
        return log.head();
    }

    /** The entries of one incident, or of all, behind a position, and then those to come. */
    public Flux<byte[]> stream(@Nullable IncidentId incident, long after) {
        return started.thenMany(Flux.defer(() -> new Listener(this, incident, after).stream()));
    }

    /** Entries of all incidents in (after, upTo] as they were recorded, each with the incidents that it is about. */
    public Flux<Line> lines(long after, long upTo) {
        var words = newTelling();
        return log.all(after, upTo).concatMap(entry -> words.tell(entry).map(line -> line.of(Told.incidents(entry))));
    }

    Flux<Told> read(@Nullable IncidentId incident, long after, long upTo, Telling words) {
        Flux<Entry> entries = incident == null ? log.all(after, upTo) : log.of(incident, after, upTo);
        return entries.concatMap(entry -> words.tell(entry).map(line -> new Told(entry, line)), 1);
    }

    Telling newTelling() {
        return new Telling(log);
    }

    synchronized void join(Listener listener) {
        IncidentId incident = listener.incident();
        if (incident == null) {
            toAll.add(listener);
        } else {
            toOne.computeIfAbsent(incident.value(), _ -> ConcurrentHashMap.newKeySet()).add(listener);
        }
    }

    synchronized void leave(Listener listener) {
        IncidentId incident = listener.incident();
        if (incident == null) {
            toAll.remove(listener);
        } else {
            toOne.computeIfPresent(incident.value(), (_, others) -> {
                others.remove(listener);
                return others.isEmpty() ? null : others;
            });
        }
    }

    synchronized long position() {
        return position;
    }

    private void start(long head, Duration heartbeat) {
        synchronized (this) {
            position = head;
        }
        running.add(Flux.defer(() -> log.follow(position()))
                .concatMap(this::tell, 1)
                .doOnError(
                        error -> LOG.warn("No entry behind position {} can be told; trying again", position(), error))
                .retryWhen(
                        Retry.backoff(Long.MAX_VALUE, SHORTEST_PAUSE).maxBackoff(LONGEST_PAUSE).transientErrors(true))
                .subscribe());
        running.add(Flux.interval(heartbeat)
                .onBackpressureDrop()
                .subscribe(_ -> tick(System.nanoTime())));
    }

    private void tick(long nanoTime) {
        everybody().forEach(listener -> listener.tick(nanoTime, patience.toNanos()));
    }

    private Mono<Void> tell(Commit commit) {
        return Flux.fromStream(commit.recordedEvents()).concatMap(this::tell, 1).then();
    }

    private Mono<Void> tell(RecordedEvent event) {
        Set<String> incidents = LoggedEntries.incidentsOf(event);
        List<Listener> listeners = moveTo(event.position(), incidents);
        if (listeners.isEmpty()) {
            // What is left out here would be missing from the names of what follows.
            incidents.forEach(incident -> telling.forget(new IncidentId(incident)));
            return Mono.empty();
        }
        return Mono.defer(() -> Mono.justOrEmpty(log.entry(event).findFirst()))
                .flatMap(entry -> telling.tell(entry).map(line -> new Told(entry, line)))
                .doOnNext(told -> listeners.forEach(listener -> listener.hear(told)))
                .onErrorResume(error -> {
                    LOG.warn("The entry at position {} could not be told to all at once", event.position(), error);
                    incidents.forEach(incident -> telling.forget(new IncidentId(incident)));
                    listeners.forEach(Listener::fallBehind);
                    return Mono.empty();
                })
                .then();
    }

    /** From now on this is the position, and these had joined before. */
    private synchronized List<Listener> moveTo(long reached, Set<String> incidents) {
        if (reached <= position) {
            return List.of();
        }
        position = reached;
        return Stream.concat(
                toAll.stream(),
                incidents.stream().map(toOne::get).filter(Objects::nonNull).flatMap(Set::stream)).toList();
    }

    /** How many listen at the moment. */
    public int listeners() {
        return Math.toIntExact(everybody().count());
    }

    private Stream<Listener> everybody() {
        return Stream.concat(toAll.stream(), toOne.values().stream().flatMap(Set::stream));
    }

    @Override
    public void close() {
        running.dispose();
    }
}
