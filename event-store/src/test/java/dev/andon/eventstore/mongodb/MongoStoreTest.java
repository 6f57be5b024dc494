package dev.andon.eventstore.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.andon.eventstore.TestEvents.await;
import static dev.andon.eventstore.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.LogVerifier;
import dev.andon.eventstore.StoreRefusedException;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What only a log on a server can suffer. */
@DisplayNameGeneration(TestMongo.NamedAfterServer.class)
class MongoStoreTest {

    @AutoClose
    private final TestMongo mongo = TestMongo.start();
    private final MongoCollection<Document> commits = mongo.database().getCollection("commits");

    @BeforeEach
    void recordThreeCommits() {
        EventStore store = new EventStore(mongo.connect(), Clock.systemUTC());
        for (int number = 1; number <= 3; number++) {
            await(store.append(List.of(event("FindingAdded"), event("FindingAdded")), AppendCondition.none(),
                    "command " + number));
        }
    }

    @Test
    void aCommitIsOneDocumentUnderItsFirstPosition() {
        Document document = await(Mono.from(commits.find(eq("_id", 3L))));
        assertThat(document).containsKeys("_id", "n", "commitId", "commandId", "recordedAt", "previousHash", "hash",
                "events").doesNotContainKey("condition");
        assertThat(document.getList("events", Document.class)).hasSize(2).allSatisfy(
                event -> assertThat(event).containsOnlyKeys("id", "type", "version", "occurredAt", "tags", "payload",
                        "metadata"));
    }

    @Test
    void aChangedEventIsFoundByItsPosition() {
        tamper(set("events.1.type", "IncidentResolved"));
        assertFault("not what its hash was computed from");
    }

    @Test
    void aChangedConditionIsFoundByItsPosition() {
        tamper(set("condition", new Document("after", 1L).append("clauses", List.of())));
        assertFault("not what its hash was computed from");
    }

    @Test
    void aMissingFieldIsFoundByItsPosition() {
        tamper(unset("events.0.payload"));
        assertFault("The commit is damaged: its document is not a commit");
    }

    @Test
    void aCountThatIsNotTheCountIsFoundByItsPosition() {
        tamper(set("n", 3));
        assertFault("does not hold as many events as it says");
    }

    @Test
    void aDeletedCommitIsFoundByItsPosition() {
        await(Mono.from(commits.deleteOne(eq("_id", 3L))));
        assertFault("Position 3 is expected next, but the next commit begins at 5");
    }

    @Test
    void aDatabaseThatWritesToOneNodeIsRefused() {
        assertThatThrownBy(() -> MongoEventLog.on(mongo.database().withWriteConcern(WriteConcern.W1), true))
                .isInstanceOf(StoreRefusedException.class);
    }

    @Test
    void theChangeStreamWakesUpWithThePositionOfANewCommit() {
        // given
        EventStore another = new EventStore(mongo.connect(), Clock.systemUTC());
        Mono<Long> wokenUp = mongo.connect().wakeUps().next().cache();
        wokenUp.subscribe();

        // when
        another.append(List.of(event("FindingAdded")), AppendCondition.none(), null)
                .repeat().takeUntilOther(wokenUp).blockLast();

        // then
        assertThat(await(wokenUp)).isBetween(7L, await(another.head()).position());
    }

    private void tamper(Bson change) {
        assertThat(await(Mono.from(commits.updateOne(eq("_id", 3L), change))).getModifiedCount()).isEqualTo(1);
    }

    private void assertFault(String sentence) {
        assertThat(await(LogVerifier.verify(mongo.connect())).firstFault()).hasValueSatisfying(fault -> {
            assertThat(fault.sentence()).contains(sentence);
            assertThat(fault.position()).isEqualTo(3);
        });
    }
}
