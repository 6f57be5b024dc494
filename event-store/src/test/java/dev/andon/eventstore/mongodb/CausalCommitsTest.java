package dev.andon.eventstore.mongodb;

import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.Criteria;
import dev.andon.eventstore.EventStore;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is asked of a server that has sessions; this one pretends to, and keeps what it was asked. */
class CausalCommitsTest {

    private final ReplicaSetMember member = new ReplicaSetMember();
    @AutoClose("shutdownNow")
    private final MongoServer server = new MongoServer(member);

    @Test
    void whatDecidesOnAnAppendIsReadNoEarlierThanTheHeadThatBoundsIt() {
        // given
        try (MongoEventLog log = MongoEventLog.connect(server.bindAndGetConnectionString(), true)) {
            await(new EventStore(log, Clock.systemUTC()).append(List.of(event("A")), AppendCondition.none(), null));
            long acknowledged = member.lastAnswerTo("insert");

            // when
            assertThat(log.readMatching(Criteria.ofTypes("A"), 0, 1).collectList().block()).hasSize(1);
            long read = member.lastAnswerTo("find");
            await(log.head());

            // then
            assertThat(member.finds()).last().satisfies(
                    head -> assertThat(readConcern(head)).containsEntry("level", "majority")
                            .containsEntry("afterClusterTime", new BsonTimestamp(read)));
            assertThat(member.finds()).element(member.finds().size() - 2).satisfies(
                    search -> assertThat(readConcern(search)).containsEntry("afterClusterTime",
                            new BsonTimestamp(acknowledged)));
        }
    }

    private static Map<String, Object> readConcern(Document find) {
        return (Document) Objects.requireNonNull(find.get("readConcern"));
    }

    private static final class ReplicaSetMember extends MemoryBackend {

        private static final Set<String> GREETINGS = Set.of("ismaster", "isMaster", "hello");

        private record Question(String command, Document text, long answeredAt) {}

        private final List<Question> questions = new CopyOnWriteArrayList<>();
        private final AtomicLong time = new AtomicLong(1L << 32);

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document text) {
            Document answer = super.handleCommand(channel, database, command, text);
            long now = time.incrementAndGet();
            questions.add(new Question(command, text, now));
            BsonTimestamp timestamp = new BsonTimestamp(now);
            if (GREETINGS.contains(command)) {
                answer.append("logicalSessionTimeoutMinutes", 30);
            }
            answer.append("operationTime", timestamp).append("$clusterTime", new Document("clusterTime", timestamp));
            return answer;
        }

        List<Document> finds() {
            return questions.stream().filter(question -> question.command().equals("find")).map(Question::text)
                    .toList();
        }

        long lastAnswerTo(String command) {
            return questions.reversed().stream().filter(question -> question.command().equals(command)).findFirst()
                    .orElseThrow().answeredAt();
        }
    }
}
