package dev.andon.query.readmodel.mongodb;

import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.RebuildingProperty;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.AfterTry;
import reactor.core.publisher.Mono;

class MongoRebuildingTest extends RebuildingProperty {

    private final TestMongo mongo = TestMongo.start();

    @AfterTry
    void emptyTheDatabase() {
        Mono.from(mongo.database().drop()).block();
    }

    @AfterProperty
    void stop() {
        mongo.close();
    }

    @Override
    protected ReadModelStore open() {
        return new MongoReadModelStore(mongo.database());
    }
}
