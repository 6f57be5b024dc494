package dev.andon.eventstore.axon;

import static dev.andon.eventstore.axon.Engines.append;
import static dev.andon.eventstore.axon.Engines.at;
import static dev.andon.eventstore.axon.Engines.event;
import static dev.andon.eventstore.axon.Engines.source;
import static dev.andon.eventstore.axon.Engines.unless;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.eventstore.Commit;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.Head;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SourcingOrderTest {

    private static final Tag INCIDENT = Tag.of("incident", "INC-1");
    private static final EventCriteria ABOUT_INCIDENT = EventCriteria.havingTags(INCIDENT);

    @Test
    void whatIsRecordedBetweenMarkerAndQueryIsNotSourcedAndConflicts(@TempDir Path directory) {
        try (EventLog log = SqliteEventLog.open(directory)) {
            var otherProcess = Engines.on(log);
            append(otherProcess, AppendCondition.none(), event("Declared", INCIDENT));
            var engine = Engines.on(new Interrupted(log,
                    () -> append(otherProcess, AppendCondition.none(), event("Resolved", INCIDENT))));

            var sourced = source(engine, ABOUT_INCIDENT);

            assertThat(sourced).hasSize(2).first().returns("Declared", entry -> entry.message().type().name());
            assertThat(sourced.getLast()).returns(1L, Engines::marker);
            assertThatThrownBy(() -> append(engine, unless(ABOUT_INCIDENT, at(1)), event("Added", INCIDENT))).cause()
                    .isInstanceOf(AppendEventsTransactionRejectedException.class);
        }
    }

    /** Lets something happen right before each query. */
    private record Interrupted(EventLog log, Runnable interruption) implements EventLog {

        @Override
        public Flux<Commit> readMatching(Criteria criteria, long after, long upTo) {
            return Flux.defer(() -> {
                interruption.run();
                return log.readMatching(criteria, after, upTo);
            });
        }

        @Override
        public Mono<Head> head() {
            return log.head();
        }

        @Override
        public Mono<Void> append(Head expected, List<Commit> commits) {
            return log.append(expected, commits);
        }

        @Override
        public Flux<Commit> read(long after) {
            return log.read(after);
        }

        @Override
        public Mono<Commit> commitOf(String commandId) {
            return log.commitOf(commandId);
        }

        @Override
        public void close() {
            log.close();
        }
    }
}
