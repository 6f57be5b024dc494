package dev.andon.query.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.query.RecordedHistory;
import dev.andon.query.Sample;
import dev.andon.query.readmodel.ProjectionClaims;
import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.ReadModels;
import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class ProjectionsHealthTest {

    private static final Instant RECORDED = Instant.parse("2026-03-01T09:00:00Z");
    private static final long CLOSE_ENOUGH = 2;

    private final List<Gated> followed = new ArrayList<>();
    private final MeterRegistry registry = new SimpleMeterRegistry();

    @SuppressWarnings("NullAway.Init")
    private EventStore events;

    @SuppressWarnings("NullAway.Init")
    private ReadModelStore store;

    @SuppressWarnings("NullAway.Init")
    private ReadModels models;

    @SuppressWarnings("NullAway.Init")
    private ProjectionsHealth health;

    @BeforeEach
    void open(@TempDir Path directory) {
        events = new EventStore(SqliteEventLog.open(directory), Clock.fixed(RECORDED, ZoneOffset.UTC));
        store = SqliteReadModelStore.open(directory.resolve("read-models.db"));
        models = new ReadModels(events, store, ProjectionClaims.alwaysGranted());
        health = new ProjectionsHealth(models, CLOSE_ENOUGH);
    }

    @AfterEach
    void close() {
        followed.forEach(gated -> gated.mayGoOn.countDown());
        models.close();
        store.close();
        events.close();
    }

    @Test
    void whoHasJustStartedIsAskedOnceItHasCaughtUp() {
        long head = record();
        Gated gated = Gated.waitingAt("gated", 1);
        follow(gated);

        await().untilAsserted(() -> {
            assertThat(health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(of("gated")).containsEntry("lag", head).containsEntry("rebuilding", true);
        });
        gated.mayGoOn.countDown();

        await().untilAsserted(() -> {
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(of("gated")).containsEntry("lag", 0L).containsEntry("rebuilding", false);
        });
    }

    @Test
    void whoFallsBehindLaterIsDegradedButInService() {
        Gated gated = Gated.waitingAt("gated", 2);
        follow(gated);
        await().until(() -> health.health().getStatus().equals(Status.UP));

        record();

        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(ProjectionsHealth.DEGRADED));
        gated.mayGoOn.countDown();
        await().until(() -> health.health().getStatus().equals(Status.UP));
    }

    @Test
    void oneThatHasStoppedIsSeenAndTakesNoOtherAlong() {
        record();
        follow(Gated.failingAt("failing", 3));
        follow(Gated.waitingAt("healthy", 0));

        await().untilAsserted(() -> {
            assertThat(health.health().getStatus()).isEqualTo(ProjectionsHealth.DEGRADED);
            assertThat(of("failing")).containsEntry("stoppedBefore", 3L);
            assertThat(of("healthy")).containsEntry("lag", 0L);
        });
    }

    @Test
    void theFiguresSayHowFarBehindItIsInPositionsAndInSeconds() {
        long head = record();
        Gated gated = Gated.waitingAt("gated", 1);
        follow(gated);
        new ProjectionMeters(models, Clock.fixed(RECORDED.plus(Duration.ofSeconds(90)), ZoneOffset.UTC))
                .bindTo(registry);

        await().untilAsserted(() -> {
            assertThat(figure("andon.projection.lag.positions")).isEqualTo(head);
            assertThat(figure("andon.projection.lag.seconds")).isEqualTo(90);
            assertThat(stateFigure("building")).isEqualTo(1);
            assertThat(stateFigure("failed")).isZero();
        });
        gated.mayGoOn.countDown();

        await().untilAsserted(() -> {
            assertThat(figure("andon.projection.lag.positions")).isZero();
            assertThat(figure("andon.projection.lag.seconds")).isZero();
            assertThat(figure("andon.projection.position")).isEqualTo(head);
            assertThat(stateFigure("following")).isEqualTo(1);
        });
    }

    private void follow(Gated gated) {
        followed.add(gated);
        models.follow(gated);
    }

    private long record() {
        return RecordedHistory.in(events, Sample.operationallyExcellentTeam());
    }

    private Map<String, Object> of(String projection) {
        var details = new HashMap<String, Object>();
        Map<?, ?> told = (Map<?, ?>) Objects.requireNonNull(health.health().getDetails().get(projection));
        told.forEach((name, value) -> details.put(String.valueOf(name), value));
        return details;
    }

    private double figure(String name) {
        return registry.get(name).tag("projection", "gated").gauge().value();
    }

    private double stateFigure(String state) {
        return registry.get("andon.projection.state").tag("projection", "gated").tag("state", state).gauge().value();
    }
}
