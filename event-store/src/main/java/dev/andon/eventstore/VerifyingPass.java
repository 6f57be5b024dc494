package dev.andon.eventstore;

import dev.andon.eventstore.Verification.Fault;
import dev.andon.eventstore.Verification.Invariant;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One way through a log from its first commit on. A commit counts as checked only when everything about it holds. */
final class VerifyingPass implements AutoCloseable {

    private static final String COMMIT = "Commit";
    private static final String COMMAND = "Command";
    private static final long MANY = 1L << 32;

    private final EventLog log;
    private final long end;
    private final @Nullable Bookmark knownHead;
    private final LogVerifier.Progress progress;
    private final LastOccurrences occurrences;
    private final SeenIds ids = new SeenIds();
    private Head head = Head.ORIGIN;
    private long commits;
    private @Nullable Instant firstRecordedAt;

    /** @param end what the log says; empty if that cannot be read, and then the pass comes to the damage by itself */
    VerifyingPass(EventLog log, Optional<Head> end, @Nullable Bookmark knownHead,
            LogVerifier.Progress progress) {
        this.log = log;
        this.end = end.map(Head::position).orElse(0L);
        this.knownHead = knownHead;
        this.progress = progress;
        this.occurrences = new LastOccurrences(end.map(Head::position).orElse(MANY));
    }

    /** The commit that comes next; empty if nothing is wrong with it. */
    Mono<Fault> check(StoredCommit stored) {
        Fault fault = faultOf(stored);
        if (fault != null) {
            return Mono.just(fault);
        }
        Commit commit = stored.commit();
        if (!occurrences.mayMatchBehind(commit.condition().after(), commit.condition().criteria())) {
            accept(commit);
            return Mono.empty();
        }
        return conflict(commit).switchIfEmpty(Mono.fromRunnable(() -> accept(commit)));
    }

    private @Nullable Fault faultOf(StoredCommit stored) {
        Commit commit = stored.commit();
        long next = head.position() + 1;
        if (commit.first() != next) {
            return gap(commit.first());
        }
        if (!commit.hash().equals(stored.digest())) {
            return new Fault(next, Invariant.I4, "The commit is not what its hash was computed from");
        }
        if (!commit.previousHash().equals(head.hash())) {
            return new Fault(next, Invariant.I4, "The commit does not name the hash of the commit before it");
        }
        if (commit.recordedAt().isBefore(head.recordedAt())) {
            return new Fault(next, Invariant.I5,
                    "The commit was recorded at %s, earlier than the one before it, at %s".formatted(
                            commit.recordedAt(), head.recordedAt()));
        }
        return knownHead == null ? null : differenceFrom(knownHead, commit);
    }

    /** What could not even be read as a commit. It comes next, unless something is missing before it. */
    Fault faultOf(CorruptCommitException damaged) {
        long next = head.position() + 1;
        return damaged.position() > next
                ? gap(damaged.position())
                : new Fault(next, Invariant.I4, "The commit is damaged: " + damaged.reason());
    }

    private Fault gap(long found) {
        long next = head.position() + 1;
        return new Fault(next, Invariant.I1, "Position %d is expected next, but the next commit begins at %d"
                .formatted(next, found));
    }

    private static @Nullable Fault differenceFrom(Bookmark known, Commit commit) {
        if (known.position() < commit.first() || known.position() > commit.last()) {
            return null;
        }
        if (known.position() != commit.last()) {
            return new Fault(commit.first(), Invariant.KNOWN_HEAD,
                    "A commit ended at position %d, but now one goes on to position %d".formatted(known.position(),
                            commit.last()));
        }
        return known.hash().equals(commit.hash()) ? null
                : new Fault(commit.first(), Invariant.KNOWN_HEAD,
                        "The hash at position %d is %s, not %s: what is recorded up to there has been replaced"
                                .formatted(
                                        known.position(), commit.hash(), known.hash()));
    }

    private Mono<Fault> conflict(Commit commit) {
        AppendCondition condition = commit.condition();
        long before = commit.first() - 1;
        return log.readMatching(condition.criteria(), condition.after(), before)
                .concatMapIterable(other -> other.recordedEvents(condition.criteria(), condition.after(), before)
                        .toList(), 1)
                .next()
                .map(event -> new Fault(commit.first(), Invariant.I2,
                        "The commit was decided at position %d, and depends on the event at position %d".formatted(
                                condition.after(), event.position())));
    }

    private void accept(Commit commit) {
        ids.add(Fingerprint.of(COMMIT, commit.id()));
        if (commit.commandId() != null) {
            ids.add(Fingerprint.of(COMMAND, commit.commandId()));
        }
        commit.recordedEvents().forEach(occurrences::add);
        if (firstRecordedAt == null) {
            firstRecordedAt = commit.recordedAt();
        }
        head = commit.head();
        commits++;
        progress.reached(head.position(), end);
    }

    /** What is missing when there are no more commits. */
    Optional<Fault> atTheEnd() {
        long next = head.position() + 1;
        if (head.position() < end) {
            return Optional.of(new Fault(next, Invariant.I1,
                    "The log says that it ends at position %d, but ends before this one".formatted(end)));
        }
        if (knownHead != null && head.position() < knownHead.position()) {
            return Optional.of(new Fault(next, Invariant.KNOWN_HEAD,
                    "The log reached to position %d once, but ends before this one".formatted(knownHead.position())));
        }
        return Optional.empty();
    }

    /** The first commit with an id that an earlier one has too. Reads the log again if there may be one. */
    Mono<Fault> repeatedId() {
        Set<Long> suspects = ids.repeated();
        if (suspects.isEmpty()) {
            return Mono.empty();
        }
        Set<String> commitIds = new HashSet<>();
        Set<String> commandIds = new HashSet<>();
        return log.readStored().map(StoredCommit::commit)
                .takeWhile(commit -> commit.last() <= head.position())
                .concatMap(commit -> {
                    String commandId = commit.commandId();
                    if (suspects.contains(Fingerprint.of(COMMIT, commit.id())) && !commitIds.add(commit.id())) {
                        return Mono.just(repeated(COMMIT, commit.id(), commit));
                    }
                    return commandId != null && suspects.contains(Fingerprint.of(COMMAND, commandId))
                            && !commandIds.add(commandId)
                                    ? Mono.just(repeated(COMMAND, commandId, commit))
                                    : Mono.<Fault>empty();
                })
                .next();
    }

    private static Fault repeated(String kind, String id, Commit commit) {
        return new Fault(commit.first(), Invariant.I3, "%s id %s occurs a second time".formatted(kind, id));
    }

    Verification verification(Optional<Fault> fault) {
        return new Verification(commits, Optional.ofNullable(firstRecordedAt), head, fault);
    }

    @Override
    public void close() {
        ids.close();
    }
}
