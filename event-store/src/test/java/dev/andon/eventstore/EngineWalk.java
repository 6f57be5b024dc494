package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.FailPointLog.Fault;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One random history of two engines on one unreliable log, each step compared with what a list would have said. */
final class EngineWalk {

    /** Sent all at once. */
    record Step(List<Send> sends, boolean lateOnesArrive) {}

    record Send(int engine, List<EventData> events, Criteria criteria, Marker marker, @Nullable String commandId) {}

    /** Where the sender says it has read up to. */
    enum Marker {
        ORIGIN, HALFWAY, HEAD, UNCONDITIONAL
    }

    private record Outcome(Send send, AppendCondition condition, Object result) {}

    private final FailPointLog log;
    private final List<EventStore> engines;
    private final ListModel model = new ListModel();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Commit> followed = new ArrayList<>();

    EngineWalk(long seed, int faultsInHundred, List<Long> tailBytes, Duration insistence) {
        Random random = new Random(seed);
        Fault[] faults = Fault.values();
        this.log = new FailPointLog(() -> random.nextInt(100) < faultsInHundred
                ? faults[random.nextInt(faults.length)]
                : Fault.NONE);
        this.engines = tailBytes.stream().map(bytes -> new EventStore(log, Clock.systemUTC(),
                Limits.defaults().withTailBytes(bytes).withInsistence(insistence))).toList();
    }

    void take(List<Step> steps) {
        Disposable follower = engines.getFirst().follow(0).subscribe(this::hear);
        steps.forEach(this::take);
        log.arrive();
        model.takeOver(log.commits);
        assertThat(await(LogVerifier.verify(log)).firstFault()).isEmpty();
        outcomes.forEach(this::requireTruth);
        if (!log.commits.isEmpty()) {
            List<Commit> all = await(engines.getLast().follow(0).take(log.commits.size()).collectList());
            assertThat(all).isEqualTo(log.commits);
        }
        follower.dispose();
        synchronized (followed) {
            assertThat(followed).isEqualTo(log.commits.subList(0, followed.size()));
        }
    }

    private void hear(Commit commit) {
        synchronized (followed) {
            followed.add(commit);
        }
    }

    private void take(Step step) {
        boolean alone = step.sends().size() == 1;
        List<Outcome> settled = await(Flux.fromIterable(step.sends()).flatMap(this::send).collectList());
        if (alone) {
            settled.forEach(this::requireWhatTheModelSays);
        }
        outcomes.addAll(settled);
        if (step.lateOnesArrive()) {
            log.arrive();
        }
        model.takeOver(log.commits);
        step.sends().forEach(this::requireSameAnswers);
    }

    private Mono<Outcome> send(Send send) {
        long after = switch (send.marker()) {
            case ORIGIN, UNCONDITIONAL -> 0;
            case HALFWAY -> model.head() / 2;
            case HEAD -> model.head();
        };
        AppendCondition condition = send.marker() == Marker.UNCONDITIONAL
                ? AppendCondition.none()
                : new AppendCondition(send.criteria(), after);
        return engines.get(send.engine()).append(send.events(), condition, send.commandId()).cast(Object.class)
                .onErrorResume(Mono::just).map(result -> new Outcome(send, condition, result));
    }

    /** Nobody else is on the way, unless something late has just come in; so there is one right verdict. */
    private void requireWhatTheModelSays(Outcome outcome) {
        long conflict = model.firstMatch(outcome.condition());
        boolean known = model.holdsCommand(outcome.send().commandId());
        switch (outcome.result()) {
            case Commit commit -> assertThat(conflict == 0 && !known).as("%s was recorded", commit).isTrue();
            case ConditionNotMetException refusal -> assertThat(refusal.conflictingPosition()).isEqualTo(conflict);
            case CommandAlreadyRecordedException _ -> assertThat(known).isTrue();
            case NotStoredException _,CommitOutcomeUnknownException _ -> {
            }
            default -> throw new AssertionError("Unexpected: " + outcome.result());
        }
    }

    /** Whatever was said of a commit is true of the log as it has become. */
    private void requireTruth(Outcome outcome) {
        Set<String> sent = Set.copyOf(outcome.send().events().stream().map(EventData::id).toList());
        List<Commit> stored = log.commits.stream()
                .filter(commit -> commit.events().stream().map(EventData::id).anyMatch(sent::contains)).toList();
        switch (outcome.result()) {
            case Commit acknowledged -> assertThat(stored).as("acknowledged").containsExactly(acknowledged);
            case ConditionNotMetException refusal -> {
                assertThat(stored).as("refused").isEmpty();
                assertThat(model.matches(outcome.condition(), refusal.conflictingPosition())).isTrue();
            }
            case CommandAlreadyRecordedException known -> {
                assertThat(stored).as("a repeated command").isEmpty();
                assertThat(log.commits).contains(known.commit());
            }
            case CommitOutcomeUnknownException _ -> assertThat(stored).hasSizeLessThanOrEqualTo(1);
            default -> assertThat(stored).as("failed with %s", outcome.result()).isEmpty();
        }
    }

    private void requireSameAnswers(Send send) {
        EventStore engine = engines.get(send.engine());
        long after = send.marker() == Marker.HALFWAY ? model.head() / 2 : 0;
        assertThat(await(engine.read(send.criteria(), after, model.head()).collectList()))
                .isEqualTo(model.matching(send.criteria(), after, model.head()));
        Sourced sourced = await(engine.source(send.criteria(), after));
        assertThat(await(sourced.events().collectList()))
                .isEqualTo(model.matching(send.criteria(), after, sourced.marker()));
        assertThat(await(engine.head()).position()).isEqualTo(model.head());
    }

    /** The whole engine, as a list. */
    private static final class ListModel {

        private List<Commit> commits = List.of();

        void takeOver(List<Commit> log) {
            commits = List.copyOf(log);
        }

        long head() {
            return commits.isEmpty() ? 0 : commits.getLast().last();
        }

        List<RecordedEvent> matching(Criteria criteria, long after, long upTo) {
            return commits.stream().flatMap(Commit::recordedEvents)
                    .filter(event -> event.position() > after && event.position() <= upTo)
                    .filter(event -> criteria.clauses().stream().anyMatch(clause -> meets(event.data(), clause)))
                    .toList();
        }

        private static boolean meets(EventData event, Criteria.Clause clause) {
            return (clause.types().isEmpty() || clause.types().contains(event.type()))
                    && event.tags().containsAll(clause.tags());
        }

        /** 0 if there is none. */
        long firstMatch(AppendCondition condition) {
            return matching(condition.criteria(), condition.after(), head()).stream()
                    .mapToLong(RecordedEvent::position).findFirst().orElse(0);
        }

        boolean matches(AppendCondition condition, long position) {
            return position > condition.after()
                    && !matching(condition.criteria(), position - 1, position).isEmpty();
        }

        boolean holdsCommand(@Nullable String commandId) {
            return commandId != null && Stream.of(commits).flatMap(List::stream)
                    .anyMatch(commit -> commandId.equals(commit.commandId()));
        }
    }
}
