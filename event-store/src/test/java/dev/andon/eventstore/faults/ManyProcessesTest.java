package dev.andon.eventstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.faults.Told.Verdict;
import dev.andon.eventstore.faults.WritingProcess.Habit;
import dev.andon.eventstore.mongodb.TestMongo;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several processes that write to one log on a server about the same incidents, in part the same commands. */
@DisplayNameGeneration(TestMongo.NamedAfterServer.class)
class ManyProcessesTest {

    private static final int COMMANDS_OF_EACH_WRITER = 20;

    private final Random random = new Random(Extent.SEED);

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void oneOfThemIsKilledAndAllWereToldTheTruth(int processes) {
        int rounds = Extent.times(1);
        for (int round = 1; round <= rounds; round++) {
            try (TestMongo mongo = TestMongo.start(); EventLog log = mongo.connect()) {
                // when
                Ledger ledger = new Ledger();
                String location = mongo.serverAndDatabase();
                List<CompletableFuture<Void>> lives = IntStream.range(0, processes)
                        .mapToObj(number -> live(location, number, number == 0, ledger)).toList();
                lives.forEach(CompletableFuture::join);

                // then
                assertThat(ledger.requireTruthOf(log)).isNotEmpty();
                assertThat(ledger.count()).as("there was a contest; %s", Extent.seed()).containsKeys(Verdict.STORED,
                        Verdict.KNOWN_ALREADY, Verdict.CONDITION_NOT_MET);
            }
            Extent.progress("Rounds of %d processes".formatted(processes), round, rounds);
        }
    }

    private CompletableFuture<Void> live(String location, int number, boolean killed, Ledger ledger) {
        long seed = random.nextLong();
        int life = random.nextInt(8 * COMMANDS_OF_EACH_WRITER);
        return CompletableFuture.runAsync(() -> {
            try (WritingProcess process = WritingProcess.start(Habit.KEEPS_IT_OPEN, location, "process" + number, seed,
                    COMMANDS_OF_EACH_WRITER, Duration.ofMinutes(1))) {
                List<String> said = killed ? process.killedAfter(life) : process.finish();
                said.stream().filter(line -> !line.startsWith(WritingProcess.OPENING)).map(Told::parse)
                        .forEach(ledger::enter);
            }
        }, command -> Thread.ofPlatform().start(command));
    }
}
