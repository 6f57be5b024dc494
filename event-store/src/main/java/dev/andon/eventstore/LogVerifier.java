package dev.andon.eventstore;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Recomputes what every commit claims, from what is stored, in one pass and constant memory; a log that only its own
 * writer has ever checked is a log that nobody has.
 *
 * <ul>
 * <li>I1: positions go on without a gap or an overlap, from 1, up to the head.
 * <li>I2: no event that matches a commit's condition stands between its marker and it. The last few thousand events are
 * held in memory; what a condition asks of older ones is looked up in the log, and so rests on the log's index.
 * <li>I3: commit ids and command ids occur once. A fixed-size filter finds the few that may have occurred before; a
 * second pass, only if there are any, compares those exactly.
 * <li>I4: each hash is the digest of the commit as it is stored, and each commit names the hash before it.
 * <li>I5: the time of recording never decreases.
 * </ul>
 */
public final class LogVerifier {

    private final EventLog log;
    private final RecentEvents recent = new RecentEvents();
    private final SeenIds commitIds = new SeenIds();
    private final SeenIds commandIds = new SeenIds();
    private Head head = Head.ORIGIN;
    private long commits;

    private LogVerifier(EventLog log) {
        this.log = log;
    }

    /** Reads the log as far as it goes now. Ends with the first fault; fails only if the log cannot be read at all. */
    public static Mono<Verification> verify(EventLog log) {
        return Mono.defer(() -> new LogVerifier(log).verification());
    }

    private Mono<Verification> verification() {
        return log.head().flatMap(end -> log.read(0)
                .concatMap(this::check, 1)
                .next()
                .switchIfEmpty(Mono.defer(() -> reaches(end)))
                .onErrorResume(CorruptCommitException.class,
                        damaged -> fault(damaged.position(), "The commit is damaged: " + damaged.reason()))
                .singleOptional()
                .flatMap(fault -> repeatedIds().map(repeated -> Stream.of(fault, repeated)
                        .flatMap(Optional::stream)
                        .min(Comparator.comparingLong(Verification.Fault::position))))
                .map(fault -> new Verification(commits, head.position(), head, fault)));
    }

    private Mono<Verification.Fault> check(Commit commit) {
        long next = head.position() + 1;
        if (commit.first() != next) {
            return fault(next, "Position %d is expected next, but the next commit begins at %d".formatted(next,
                    commit.first()));
        }
        if (!commit.hash().equals(CommitEncoding.hash(commit))) {
            return fault(next, "The commit is not what its hash was computed from");
        }
        if (!commit.previousHash().equals(head.hash())) {
            return fault(next, "The commit does not name the hash of the commit before it");
        }
        if (commit.recordedAt().isBefore(head.recordedAt())) {
            return fault(next, "The commit was recorded at %s, earlier than the one before it, at %s".formatted(
                    commit.recordedAt(), head.recordedAt()));
        }
        return conflict(commit).switchIfEmpty(Mono.defer(() -> {
            accept(commit);
            return Mono.empty();
        }));
    }

    private void accept(Commit commit) {
        commitIds.add(commit.id());
        if (commit.commandId() != null) {
            commandIds.add(commit.commandId());
        }
        recent.add(commit);
        head = commit.head();
        commits++;
    }

    private Mono<Verification.Fault> conflict(Commit commit) {
        AppendCondition condition = commit.condition();
        long before = commit.first() - 1;
        if (condition.criteria().clauses().isEmpty() || condition.after() >= before) {
            return Mono.empty();
        }
        Flux<RecordedEvent> conflicts = recent.reachBackTo(condition.after())
                ? Flux.fromStream(() -> recent.matching(condition))
                : log.readMatching(condition.criteria(), condition.after(), before).concatMapIterable(
                        other -> other.recordedEvents(condition.criteria(), condition.after(), before).toList(), 1);
        return conflicts.next()
                .flatMap(event -> fault(commit.first(),
                        "The commit was decided at position %d, and depends on the event at position %d".formatted(
                                condition.after(), event.position())));
    }

    private Mono<Verification.Fault> reaches(Head end) {
        return head.position() >= end.position()
                ? Mono.empty()
                : fault(head.position() + 1, "The log says that it ends at position %d, but ends before this one"
                        .formatted(end.position()));
    }

    private Mono<Optional<Verification.Fault>> repeatedIds() {
        if (commitIds.suspects().isEmpty() && commandIds.suspects().isEmpty()) {
            return Mono.just(Optional.empty());
        }
        return log.read(0)
                .takeWhile(commit -> commit.last() <= head.position()).<Verification.Fault>concatMap(commit -> {
                    if (commitIds.isRepeated(commit.id())) {
                        return fault(commit.first(), "Commit id %s occurs a second time".formatted(commit.id()));
                    }
                    String commandId = commit.commandId();
                    return commandId != null && commandIds.isRepeated(commandId)
                            ? fault(commit.first(), "Command id %s occurs a second time".formatted(commandId))
                            : Mono.empty();
                }, 1)
                .next()
                .singleOptional();
    }

    private static Mono<Verification.Fault> fault(long position, String sentence) {
        return Mono.just(new Verification.Fault(position, sentence));
    }
}
