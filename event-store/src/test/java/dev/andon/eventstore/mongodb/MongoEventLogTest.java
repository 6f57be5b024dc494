package dev.andon.eventstore.mongodb;

import static dev.andon.eventstore.TestEvents.commit;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.andon.eventstore.Commit;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventLogContract;
import dev.andon.eventstore.Head;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(TestMongo.NamedAfterServer.class)
class MongoEventLogTest extends EventLogContract {

    @AutoClose
    private final TestMongo mongo = TestMongo.start();

    @Override
    protected EventLog open() {
        return mongo.connect();
    }

    @Override
    protected EventLog asSeenByAnother(EventLog log) {
        return mongo.connect();
    }

    @Test
    void whatAnEarlierAttemptHasStoredTakesFewAnswersToFindHoweverMuchItIs() {
        // given
        List<Commit> batch = Stream.iterate(commit(Head.ORIGIN, event("FindingAdded")),
                before -> commit(before.head(), event("FindingAdded"))).limit(12).toList();
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        try (MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(mongo.server())
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        asked.add(event.getCommandName());
                    }
                }).build())) {
            EventLog log = MongoEventLog.on(client.getDatabase(mongo.database().getName()), true);
            log.append(Head.ORIGIN, batch.subList(0, 5)).block();
            asked.clear();

            // when
            log.append(Head.ORIGIN, batch).block();

            // then
            assertThat(asked).containsExactly("insert", "find", "find", "insert");
            assertThat(log.read(0).collectList().block()).isEqualTo(batch);

            // when
            asked.clear();
            log.append(Head.ORIGIN, batch).block();

            // then
            assertThat(asked).containsExactly("insert", "find", "find");
        }
    }
}
