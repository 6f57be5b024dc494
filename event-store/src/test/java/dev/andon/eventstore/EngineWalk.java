package dev.andon.eventstore;

import static dev.andon.eventstore.TestEvents.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.FailPointLog.Fault;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

    private final FailPointLog log;
    private final List<EventStore> engines;
    private ListModel model = ListModel.of(List.of());
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
        assertThat(await(LogVerifier.verify(log)).firstFault()).isEmpty();
        outcomes.forEach(outcome -> outcome.requireTruth(log.commits));
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
        model = ListModel.of(log.commits);
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
                .onErrorResume(Mono::just)
                .map(result -> new Outcome(send.events(), condition, send.commandId(), result));
    }

    /** Nobody else is on the way, unless something late has just come in; so there is one right verdict. */
    private void requireWhatTheModelSays(Outcome outcome) {
        long conflict = model.firstMatch(outcome.condition());
        boolean known = model.holdsCommand(outcome.commandId());
        switch (outcome.result()) {
            case Commit commit -> assertThat(conflict == 0 && !known).as("%s was recorded", commit).isTrue();
            case ConditionNotMetException refusal -> assertThat(refusal.conflictingPosition()).isEqualTo(conflict);
            case CommandAlreadyRecordedException _ -> assertThat(known).isTrue();
            case NotStoredException _,CommitOutcomeUnknownException _ -> {
            }
            default -> throw new AssertionError("Unexpected: " + outcome.result());
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
}
