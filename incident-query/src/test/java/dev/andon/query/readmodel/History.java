package dev.andon.query.readmodel;

import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.SeverityChanged;
import dev.andon.kernel.json.EventCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A log in memory, and the events that tests put in it. */
public class History implements FollowedLog {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final List<Commit> commits = new ArrayList<>();
    private final Sinks.Many<Integer> appended = Sinks.many().replay().latestOrDefault(0);

    public static Event declared(long incident) {
        return new IncidentDeclared(IncidentId.of(incident), "It burns", Severity.SEV2, List.of("checkout"),
                new Detection(DetectionSource.ALERT, null), null, null, false, NOON);
    }

    public static Event severity(long incident, Severity to) {
        return new SeverityChanged(IncidentId.of(incident), Severity.SEV2, to, null, NOON);
    }

    public static Event finding(long incident, String text) {
        return new FindingAdded(IncidentId.of(incident), new FindingId("F-7K3Q"), FindingKind.OBSERVATION, text, null,
                null, List.of(), null, null, Visibility.INTERNAL, NOON);
    }

    public static Event resolved(long incident) {
        return new IncidentResolved(IncidentId.of(incident), "Out", null, NOON);
    }

    public static EventData data(Event event) {
        var codec = new EventCodec();
        return new EventData("", EventCodec.nameOf(event.getClass()), EventCodec.versionOf(event.getClass()),
                event.occurredAt(), Set.of(), codec.write(event), Map.of());
    }

    /** Records these in one commit and returns the position of the last. */
    public synchronized long record(Event... events) {
        return recordAsStored(Arrays.stream(events).map(History::data).toArray(EventData[]::new));
    }

    synchronized long recordAsStored(EventData... events) {
        Head head = commits.isEmpty() ? Head.ORIGIN : commits.getLast().head();
        add(Commit.following(head, "commit " + commits.size(), null, AppendCondition.none(), NOON, List.of(events)));
        return commits.getLast().last();
    }

    /** What no log may contain: a commit behind a hole. */
    synchronized void recordBehindAGap(Event event) {
        Head head = commits.getLast().head();
        add(Commit.following(new Head(head.position() + 1, head.hash(), NOON), "gap", null, AppendCondition.none(),
                NOON,
                List.of(data(event))));
    }

    private void add(Commit commit) {
        commits.add(commit);
        appended.emitNext(commits.size(), Sinks.EmitFailureHandler.FAIL_FAST);
    }

    @Override
    public synchronized long headKnownHere() {
        return commits.isEmpty() ? 0 : commits.getLast().last();
    }

    @Override
    public synchronized Optional<Instant> recordedBehind(long position) {
        return commits.stream().filter(commit -> commit.last() > position).findFirst().map(Commit::recordedAt);
    }

    synchronized List<RecordedEvent> events(long after) {
        return commits.stream().flatMap(Commit::recordedEvents).filter(event -> event.position() > after).toList();
    }

    @Override
    public Flux<Commit> follow(long after) {
        return appended.asFlux().onBackpressureLatest()
                .scan(List.of(0, 0), (seen, size) -> List.of(seen.getLast(), size))
                .concatMapIterable(range -> between(range.getFirst(), range.getLast()))
                .filter(commit -> commit.last() > after);
    }

    private synchronized List<Commit> between(int from, int to) {
        return from >= to ? List.of() : List.copyOf(commits.subList(from, to));
    }

    @Override
    public Mono<Bookmark> bookmark(long position) {
        return Mono.justOrEmpty(at(position));
    }

    @Override
    public Mono<String> objectionTo(Bookmark seen) {
        return at(seen.position()).filter(seen::equals).isPresent() ? Mono.empty() : Mono.just("It was another log");
    }

    private synchronized Optional<Bookmark> at(long position) {
        return position == 0 ? Optional.of(Bookmark.START)
                : commits.stream()
                        .filter(commit -> commit.first() <= position && position <= commit.last()).findFirst()
                        .map(commit -> new Bookmark(position, commit.hash()));
    }

    @Override
    public synchronized Mono<Long> head() {
        return Mono.just(commits.isEmpty() ? 0L : commits.getLast().last());
    }
}
