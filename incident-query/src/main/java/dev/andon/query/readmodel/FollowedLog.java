package dev.andon.query.readmodel;

import dev.andon.eventstore.Bookmark;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.OtherHistoryException;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** As much of the event store as a projection sees. */
interface FollowedLog {

    /** The commits that hold events after this position, and then those that are still to come. */
    Flux<Commit> follow(long after);

    Mono<Long> head();

    /** Where it ends as far as this process knows, who asks nobody. */
    long headKnownHere();

    /** See {@link EventStore#recordedBehind}. */
    Optional<Instant> recordedBehind(long position);

    /** See {@link EventStore#bookmark}. */
    Mono<Bookmark> bookmark(long position);

    /** Why who has seen this cannot go on in this log, in a sentence; nothing if they can. */
    Mono<String> objectionTo(Bookmark seen);

    static FollowedLog of(EventStore events) {
        return new FollowedLog() {

            @Override
            public Flux<Commit> follow(long after) {
                return events.follow(after);
            }

            @Override
            public Mono<Long> head() {
                return events.head().map(Head::position);
            }

            @Override
            public long headKnownHere() {
                return events.figures().head();
            }

            @Override
            public Optional<Instant> recordedBehind(long position) {
                return events.recordedBehind(position);
            }

            @Override
            public Mono<Bookmark> bookmark(long position) {
                return events.bookmark(position);
            }

            @Override
            public Mono<String> objectionTo(Bookmark seen) {
                return events.require(seen).then(Mono.<String>empty()).onErrorResume(OtherHistoryException.class,
                        objection -> Mono.just(String.valueOf(objection.getMessage())));
            }
        };
    }
}
