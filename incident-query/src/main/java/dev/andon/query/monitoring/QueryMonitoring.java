package dev.andon.query.monitoring;

import dev.andon.query.readmodel.ReadModels;
import dev.andon.query.timeline.live.LiveTimeline;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health and figures of {@link ReadModels}, and of who listens. */
@Configuration(proxyBeanMethods = false)
public class QueryMonitoring {

    /** @param closeEnough to the end of the log, in positions, for a process that has just started to be asked */
    @Bean
    ProjectionsHealth projectionsHealthIndicator(
            ReadModels models, @Value("${andon.monitoring.ready-within:1000}") long closeEnough) {
        return new ProjectionsHealth(models, closeEnough);
    }

    @Bean
    ProjectionMeters projectionMeters(ReadModels models) {
        return new ProjectionMeters(models, Clock.systemUTC());
    }

    @Bean
    MeterBinder liveMeters(LiveTimeline live) {
        return registry -> Gauge.builder("andon.live.listeners", live, LiveTimeline::listeners)
                .description("How many listen to a timeline at the moment")
                .register(registry);
    }
}
