package dev.andon.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.andon.command.Race;
import dev.andon.command.decision.Refused;
import dev.andon.command.dispatch.Recorded;
import dev.andon.eventstore.LogVerifier;
import dev.andon.eventstore.mongodb.MongoEventLog;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.command.ReopenIncident;
import dev.andon.kernel.command.ResolveIncident;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Two processes on one log: on the server that ANDON_TEST_MONGODB_URI names, or else on a stand-in in memory. */
class CommandDispatcherTest {

    private static final @Nullable String REAL = System.getenv("ANDON_TEST_MONGODB_URI");
    private static final Function<NewIdentifiers, Command> DECLARATION = identifiers -> Declarations
            .of(identifiers.next(IncidentId.class));

    private final String database = "andon_test_" + UUID.randomUUID().toString().replace("-", "");
    private final List<MongoClient> clients = new ArrayList<>();
    private @Nullable MongoServer standIn;

    @SuppressWarnings("NullAway.Init")
    private CommandProcess left;

    @SuppressWarnings("NullAway.Init")
    private CommandProcess right;

    @BeforeEach
    void start() {
        standIn = REAL == null ? new MongoServer(new MemoryBackend()) : null;
        String uri = standIn == null ? Objects.requireNonNull(REAL) : standIn.bindAndGetConnectionString();
        left = new CommandProcess(connect(uri));
        right = new CommandProcess(connect(uri));
    }

    private MongoEventLog connect(String uri) {
        MongoClient client = MongoClients.create(uri);
        clients.add(client);
        return MongoEventLog.on(client.getDatabase(database), true);
    }

    @AfterEach
    void stop() {
        try (var log = MongoEventLog.on(clients.getFirst().getDatabase(database), true)) {
            assertThat(Objects.requireNonNull(LogVerifier.verify(log).block()).firstFault()).isEmpty();
        }
        left.close();
        right.close();
        Mono.from(clients.getFirst().getDatabase(database).drop()).block();
        clients.forEach(MongoClient::close);
        if (standIn != null) {
            standIn.shutdownNow();
        }
    }

    @Test
    void aProcessThatSleptWhileAnotherDeclaredAHundredIncidentsCatchesUp() {
        right.dispatch(DECLARATION, null);
        for (int i = 0; i < 100; i++) {
            left.dispatch(DECLARATION, null);
        }

        assertThat(declaredBy(right.dispatch(DECLARATION, null))).isEqualTo(IncidentId.of(102));
    }

    @Test
    void declarationsInTwoProcessesNeverShareAnIdentifier() {
        List<IncidentId> declared = Race.of(8, () -> List.of(
                declaredBy(left.dispatch(DECLARATION, null)), declaredBy(right.dispatch(DECLARATION, null))))
                .stream()
                .flatMap(List::stream)
                .toList();

        assertThat(declared).hasSize(16).doesNotHaveDuplicates();
    }

    @Test
    void oneCommandSentToBothProcessesAtTheSameInstantIsRecordedOnce() {
        var turn = new AtomicInteger();

        List<Recorded> answers = Race.of(
                16, () -> (turn.getAndIncrement() % 2 == 0 ? left : right).dispatch(DECLARATION, "key:pager"));

        assertThat(answers)
                .extracting(Recorded::events, Recorded::position)
                .as("everybody is told of the one incident")
                .containsOnly(tuple(answers.getFirst().events(), answers.getFirst().position()));
        assertThat(answers).filteredOn(answer -> !answer.before()).as("one of them recorded it").hasSize(1);
        assertThat(eventsIn(left)).hasSize(1);
    }

    @Test
    void ofTwoProcessesThatResolveAnIncidentOneDoes() {
        IncidentId incident = declaredBy(left.dispatch(DECLARATION, null));
        var turn = new AtomicInteger();

        List<Boolean> won = Race.of(8, () -> {
            try {
                (turn.getAndIncrement() % 2 == 0 ? left : right)
                        .dispatch(_ -> new ResolveIncident(incident, "over", null, null), null);
                return true;
            } catch (Refused refused) {
                return false;
            }
        });

        assertThat(won).as("two winners would both have decided on an open incident").containsOnlyOnce(true);
    }

    @Test
    void aProcessRefusesNothingForWhatItHasNotHeardOfYet() {
        IncidentId incident = declaredBy(right.dispatch(DECLARATION, null));
        for (int round = 0; round < 20; round++) {
            left.dispatch(_ -> new ResolveIncident(incident, "over", null, null), null);

            // Its own last append was a moment ago, so it believes to know how things stand.
            right.dispatch(_ -> new ReopenIncident(incident, "back", null), null);
        }

        assertThat(eventsIn(left)).hasSize(41);
    }

    @Test
    void tryingOutUsesUpNothing() {
        declaredBy(left.dispatch(DECLARATION, "first"));

        for (int i = 0; i < 3; i++) {
            Preview preview = left.dispatcher().preview(CommandProcess.submission(DECLARATION, "second"));
            assertThat(preview.recordedBefore()).isFalse();
            assertThat(((IncidentEvent) preview.events().getFirst()).incidentId()).isEqualTo(IncidentId.of(2));
        }

        assertThat(eventsIn(left)).hasSize(1);
        assertThat(declaredBy(left.dispatch(DECLARATION, "second"))).isEqualTo(IncidentId.of(2));
    }

    private static IncidentId declaredBy(Recorded recorded) {
        Event event = recorded.events().getFirst();
        assertThat(event).isInstanceOf(IncidentDeclared.class);
        return ((IncidentDeclared) event).incidentId();
    }

    private static List<Long> eventsIn(CommandProcess process) {
        return Objects.requireNonNull(process.store().read(0)
                .flatMapIterable(commit -> commit.recordedEvents().map(event -> event.position()).toList())
                .collectList()
                .block());
    }
}
