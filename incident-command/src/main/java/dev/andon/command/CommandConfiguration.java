package dev.andon.command;

import dev.andon.access.AccessConfiguration;
import dev.andon.apidocs.ApiDocsConfiguration;
import dev.andon.apidocs.Part;
import dev.andon.command.axon.AndonConfigurer;
import dev.andon.command.dispatch.CommandDispatcher;
import dev.andon.command.dispatch.IdentifierSource;
import dev.andon.command.http.CommandHttpConfiguration;
import dev.andon.command.http.CommandPart;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.axon.AndonEventStorageEngine;
import dev.andon.monitoring.MonitoringConfiguration;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The write side; it needs an {@link EventStore}. */
@Configuration(proxyBeanMethods = false)
@Import({CommandHttpConfiguration.class, AccessConfiguration.class, MonitoringConfiguration.class,
    ApiDocsConfiguration.class})
public class CommandConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(initMethod = "start", destroyMethod = "shutdown")
    AxonConfiguration axonConfiguration(EventStore store, Clock clock) {
        var engine = new AndonEventStorageEngine(store, AndonConfigurer.converter());
        return AndonConfigurer.configure(engine, AllRules.list(), clock).build();
    }

    @Bean
    CommandDispatcher commandDispatcher(AxonConfiguration axon, EventStore store, MeterRegistry meters) {
        var retries = Counter.builder("andon.command.retries")
                .description("Decisions that had to be made again")
                .withRegistry(meters);
        return new CommandDispatcher(
                axon.getComponent(CommandGateway.class),
                store,
                new IdentifierSource(store),
                retry -> retries.withTag("reason", retry.name().toLowerCase(Locale.ROOT)).increment());
    }

    @Bean
    Part commandPart() {
        return new CommandPart(AllRules.list());
    }
}
