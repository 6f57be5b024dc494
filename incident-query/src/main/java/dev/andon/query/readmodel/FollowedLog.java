package dev.andon.query.readmodel;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Head;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** As much of the event store as a projection sees. */
interface FollowedLog {

    /** The commits that hold events after this position, and then those that are still to come. */
    Flux<Commit> follow(long after);

    Mono<Long> head();

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
        };
    }
}
