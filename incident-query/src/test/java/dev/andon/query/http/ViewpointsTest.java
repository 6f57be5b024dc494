package dev.andon.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.query.History;
import dev.andon.query.RecordedHistory;
import dev.andon.query.readmodel.Viewpoint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

/** Two commits: one of two events at ten, one at eleven. It is noon. */
class ViewpointsTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOON = TEN.plus(Duration.ofHours(2));
    private static final IncidentId INCIDENT = IncidentId.of(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private EventStore events;

    @SuppressWarnings("NullAway.Init")
    private Viewpoints viewpoints;

    private Instant now = TEN;

    @BeforeEach
    void record() {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        events = new EventStore(SqliteEventLog.open(directory), clock);
        viewpoints = new Viewpoints(events, clock);
        RecordedHistory.in(events, History.of(declared(1), declared(2)));
        now = TEN.plus(Duration.ofHours(1));
        RecordedHistory.in(events, History.of(new IncidentResolved(INCIDENT, "Out", null, TEN)));
        now = NOON;
    }

    @AfterEach
    void close() {
        events.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T10:00:00Z", "2026-03-01T10:59:59.999Z", "2026-03-01T11:30:00+01:00"})
    void whatWasKnownAtAMomentEndsWithTheLastEventThatWasRecordedByThen(String moment) {
        Viewpoint viewpoint = at("?knownAt=" + moment);

        assertThat(viewpoint.position()).isEqualTo(2);
        assertThat(viewpoint.knows(2)).isTrue();
        assertThat(viewpoint.knows(3)).isFalse();
    }

    @Test
    void aPositionIsAMomentTooAndItsClockShowedWhenItWasRecorded() {
        assertThat(at("?atPosition=1")).isEqualTo(new Viewpoint(1, TEN, null));
        assertThat(at("?atPosition=3")).isEqualTo(new Viewpoint(3, TEN.plus(Duration.ofHours(1)), null));
    }

    @Test
    void whatHadHappenedByThenIsSeenWithWhatIsKnownUntilThen() {
        Instant asOf = TEN.plus(Duration.ofMinutes(5));

        Viewpoint viewpoint = at("?knownAt=2026-03-01T11:00:00Z&asOf=" + asOf);

        assertThat(viewpoint).isEqualTo(new Viewpoint(3, asOf, asOf));
        assertThat(viewpoint.hasHappened(asOf)).isTrue();
        assertThat(viewpoint.hasHappened(asOf.plusNanos(1))).isFalse();
    }

    @Test
    void theAnswerSaysWhichPositionItShows() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/?atPosition=2"));

        viewpoints.of(exchange, asked(exchange)).block();

        assertThat(exchange.getResponse().getHeaders().getFirst("Andon-Position")).isEqualTo("2");
    }

    @Test
    void beforeTheFirstEventNothingIsKnown() {
        assertRefused("?knownAt=2026-03-01T09:59:59Z", "knownAt lies before the first event was recorded");
    }

    @Test
    void whatIsBehindTheEndIsRefusedWithWhereThatIs() {
        assertRefused("?atPosition=4", "atPosition is behind the end of the log, which is at 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf", "knownAt"})
    void nothingIsKnownOfTheFuture(String parameter) {
        assertRefused("?%s=2026-03-01T12:00:01Z".formatted(parameter),
                parameter + " lies in the future, of which nothing is known; leave it out for the present");
    }

    @Test
    void oneOfTwoWaysToSayTheSameIsEnough() {
        assertRefused("?knownAt=2026-03-01T11:00:00Z&atPosition=2",
                "atPosition says the same as knownAt in another way: give one of them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "last", "9223372036854775808"})
    void aPositionIsAWholeNumberFromOneOn(String position) {
        assertRefused("?atPosition=" + position, "atPosition must be a position: a whole number from 1 on");
    }

    private Viewpoint at(String query) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/" + query));
        return Objects.requireNonNull(viewpoints.of(exchange, asked(exchange)).block());
    }

    private Viewpoints.Asked asked(MockServerWebExchange exchange) {
        QueryParameters parameters = QueryParameters.of(exchange.getRequest());
        Viewpoints.Asked asked = viewpoints.in(parameters);
        parameters.refuseOthers();
        return asked;
    }

    private void assertRefused(String query, String detail) {
        assertThatExceptionOfType(QuestionRefused.class).isThrownBy(() -> at(query))
                .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(400))
                .withMessage("query: " + detail);
    }

    private static Event declared(long incident) {
        return new IncidentDeclared(IncidentId.of(incident), "It burns", Severity.SEV2, List.of("checkout"),
                new Detection(DetectionSource.ALERT, null), null, null, false, TEN);
    }
}
