package dev.andon.eventstore;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where commits are kept: one total order, positions from 1 without a gap.
 *
 * <p>One convention for positions, everywhere: "after" names the last position somebody has seen (0 for none), and what
 * comes back stands at greater positions. An adapter answers only from data that cannot be rolled back any more, never
 * blocks the subscribing thread unless that is a virtual one (but see {@link #appendHere}), and signals on threads that may
 * be blocked; but for an append, which signals where it is soonest.
 */
public interface EventLog extends AutoCloseable {

    /** The end of the log; {@link Head#ORIGIN} if it is empty. */
    Mono<Head> head();

    /**
     * Adds these commits, in order, right behind the expected head. They must already be linked to it and to each other.
     * Fails with {@link HeadMovedException} if another commit stands there, and with
     * {@link CommandAlreadyRecordedException} if a commit of one of the commands is in the log. A failure at one commit
     * keeps the ones before it. Commits that already stand at their place are a success: they are an earlier attempt.
     *
     * <p>Fails with {@link NotStoredException} only if it is certain that none of them is stored or will be. Any other
     * failure leaves that open, and calls for the same append again.
     */
    Mono<Void> append(Head expected, List<Commit> commits);

    /**
     * The same, for a caller who has nothing to do but wait for it: it may be done in the subscribing thread, if that is one
     * that may block. Two changes of thread cost as much as half an fsync.
     */
    default Mono<Void> appendHere(Head expected, List<Commit> commits) {
        return append(expected, commits);
    }

    /** The commits that hold events after the given position, up to the head at subscription. The first may begin before it. */
    Flux<Commit> read(long after);

    /**
     * Every commit up to the last one at subscription, each with the digest of what is stored of it; for the one who checks
     * a log. Fails with {@link CorruptCommitException} at the first that is no commit, with all before it given.
     */
    default Flux<StoredCommit> readStored() {
        return read(0).map(StoredCommit::encodedAnew);
    }

    /** The commits that hold a matching event in (after, upTo], whole. */
    Flux<Commit> readMatching(Criteria criteria, long after, long upTo);

    /** Where the first commit begins that holds an event with this tag, or nothing. */
    default Mono<Long> firstWith(Tag tag) {
        return readMatching(Criteria.tagged(tag), 0, Long.MAX_VALUE).next().map(Commit::first);
    }

    /** The end of the commit that holds this position, or nothing if the log does not reach so far. */
    default Mono<Head> headAt(long position) {
        return read(position - 1).next().map(Commit::head);
    }

    /** The commit that is the result of this command, or nothing. */
    Mono<Commit> commitOf(String commandId);

    /**
     * Positions that others may have reached. It may say nothing for ever, and nothing may depend on it but how soon
     * somebody looks.
     */
    default Flux<Long> wakeUps() {
        return Flux.never();
    }

    @Override
    void close();
}
