package dev.andon.monitoring;

import dev.andon.eventstore.EventStore;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Health, figures, correlation and the end of a process around an {@link EventStore}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MonitoringProperties.class)
@PropertySource("classpath:dev/andon/monitoring/monitoring.properties")
public class MonitoringConfiguration {

    @Bean
    CorrelatedRequests correlatedRequests() {
        return new CorrelatedRequests();
    }

    @Bean
    CallersSpan callersSpan() {
        return new CallersSpan();
    }

    @Bean
    KnownTimers knownTimers(MeterRegistry registry) {
        return new KnownTimers(registry);
    }

    @Bean
    LogHealth logHealthIndicator(EventStore store, MonitoringProperties properties) {
        return new LogHealth(store, properties.patience());
    }

    @Bean
    LogMeters logMeters(EventStore store) {
        return new LogMeters(store);
    }

    @Bean
    RequestsUnderWay requestsUnderWay() {
        return new RequestsUnderWay();
    }

    @Bean
    Ending ending(
            ApplicationEventPublisher events, RequestsUnderWay requests, MonitoringProperties properties) {
        return new Ending(events, requests, properties.shutdownNotice());
    }
}
