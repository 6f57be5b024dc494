package dev.andon.eventstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Limits;
import dev.andon.eventstore.faults.Told.Verdict;
import dev.andon.eventstore.mongodb.TestMongo;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers are told by a log on a server, over a line that fails at the worst moments. */
@DisplayNameGeneration(TestMongo.NamedAfterServer.class)
class UnreliableLineTest {

    private static final int WRITERS = 16;
    private static final int FAULTS_IN_HUNDRED = 40;
    private static final int OF_EACH_FAULT = 2;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whoIsPatientIsToldTheTruthAndLearnsEveryOutcome(int stores) throws IOException {
        try (MongoOverLine mongo = new MongoOverLine(50)) {
            Ledger ledger = write(mongo, stores, Duration.ofSeconds(30), _ -> true);
            assertThat(ledger.count()).as(Extent.seed()).doesNotContainKeys(Verdict.UNKNOWN, Verdict.NOT_STORED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whoGivesUpSoonIsToldTheTruthToo(int stores) throws IOException {
        try (MongoOverLine mongo = new MongoOverLine(200)) {
            write(mongo, stores, Duration.ofMillis(150), count -> count.containsKey(Verdict.UNKNOWN));
        }
    }

    /** Until each fault has happened to a few inserts, and as much has been learnt as is enough. */
    private static Ledger write(MongoOverLine mongo, int stores, Duration insistence,
            Predicate<Map<Verdict, Integer>> enough) throws IOException {
        Ledger ledger = new Ledger();
        List<EventStore> writing = Stream.generate(() -> new EventStore(mongo.connect(), Clock.systemUTC(),
                Limits.defaults().withInsistence(insistence))).limit(stores).toList();
        mongo.line().becomeUnreliable(FAULTS_IN_HUNDRED);
        int least = Extent.times(OF_EACH_FAULT);
        int done = 0;
        for (int round = 0; done < least || !enough.test(ledger.count()); round++) {
            new Writers(writing, "round" + round, Extent.SEED + round, ledger::enter).write(WRITERS, 5);
            done = mongo.line().leastHappened();
            Extent.progress("Each fault of the line", Math.min(done, least), least);
        }
        mongo.settle();
        ledger.requireTruthOf(mongo.connectDirectly());
        return ledger;
    }
}
