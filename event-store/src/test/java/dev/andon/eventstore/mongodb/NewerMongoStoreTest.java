package dev.andon.eventstore.mongodb;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static dev.andon.eventstore.TestEvents.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.NewerStoreContract;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@DisplayNameGeneration(TestMongo.NamedAfterServer.class)
class NewerMongoStoreTest extends NewerStoreContract {

    @AutoClose
    private final TestMongo mongo = TestMongo.start();
    private final MongoCollection<Document> marks = mongo.database().getCollection("format");

    @Override
    protected EventLog open() {
        return mongo.connect();
    }

    @Override
    protected EventLog openReadOnly() {
        return MongoEventLog.connectToRead(mongo.uri());
    }

    @Override
    protected int format() {
        return 1;
    }

    @Override
    protected void markAsFormat(int format) {
        assertThat(await(Mono.from(marks.updateOne(eq("commits"), set("version", format)))).getMatchedCount())
                .as("marks that were there").isEqualTo(1);
    }

    @Test
    void aDatabaseWithoutAMarkIsOfTheFirstFormatAndMarkedWhenItIsOpened() {
        // given
        await(Mono.from(marks.drop()).thenReturn("dropped"));
        openReadOnly().close();
        assertThat(await(Mono.from(marks.countDocuments()))).as("a reader changes nothing").isZero();

        // when
        open().close();

        // then
        assertThat(await(Mono.from(marks.find(eq("commits")))).getInteger("version")).isEqualTo(1);
    }
}
