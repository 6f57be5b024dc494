package dev.andon.eventstore.mongodb;

import dev.andon.eventstore.SegmentClaims;
import dev.andon.eventstore.SegmentClaimsContract;
import org.junit.jupiter.api.AutoClose;

class MongoSegmentClaimsTest extends SegmentClaimsContract {

    @AutoClose
    private final TestDatabase database = new TestDatabase();

    @Override
    protected SegmentClaims open() {
        return new MongoSegmentClaims(database.database());
    }
}
