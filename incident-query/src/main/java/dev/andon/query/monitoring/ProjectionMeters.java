package dev.andon.query.monitoring;

import dev.andon.query.readmodel.ProjectionStatus;
import dev.andon.query.readmodel.ReadModels;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How far each projection has come, and what it is doing. The names of projections are the code's, and few. */
final class ProjectionMeters implements MeterBinder {

    private final ReadModels models;
    private final Clock clock;

    ProjectionMeters(ReadModels models, Clock clock) {
        this.models = models;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ProjectionStatus projection : models.status()) {
            String name = projection.name();
            gauge(registry, "andon.projection.position", "The last position that its documents reflect", name,
                    Tags.empty(),
                    ProjectionStatus::position);
            gauge(registry, "andon.projection.lag.positions", "Positions that its documents do not reflect yet", name,
                    Tags.empty(), ProjectionStatus::lag);
            gauge(registry, "andon.projection.lag.seconds", "For how long, at least, what they lack has been there",
                    name,
                    Tags.empty(), this::secondsBehind);
            for (ProjectionStatus.State state : ProjectionStatus.State.values()) {
                gauge(registry, "andon.projection.state", "1 for what it does at the moment", name,
                        Tags.of("state", state.name().toLowerCase(Locale.ROOT)),
                        status -> status.state() == state ? 1 : 0);
            }
        }
    }

    private void gauge(MeterRegistry registry, String name, String description, String projection, Tags tags,
            ToDoubleFunction<ProjectionStatus> figure) {
        Gauge.builder(name, models, all -> all.status().stream()
                .filter(status -> status.name().equals(projection))
                .mapToDouble(figure)
                .findFirst()
                .orElse(Double.NaN))
                .tags(tags.and("projection", projection))
                .description(description)
                .register(registry);
    }

    private double secondsBehind(ProjectionStatus projection) {
        Instant since = projection.behindSince();
        return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1e3);
    }
}
