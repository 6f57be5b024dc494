package dev.andon.access;

import dev.andon.eventstore.EventStore;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Who may come in. It needs an {@link EventStore}, for the API keys are in the log. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
@Import(FrontDoorConfiguration.class)
public class AccessConfiguration {

    /** Its name says what is kept by making it: nothing is served where this failed. */
    @Bean
    OpenOnlyOnTheLoopback openOnlyOnTheLoopback(AccessProperties properties, Environment environment) {
        return OpenOnlyOnTheLoopback.checked(properties, environment);
    }

    @Bean(destroyMethod = "close")
    ApiKeys apiKeys(EventStore store) {
        return new ApiKeys(store, Clock.systemUTC());
    }

    @Bean
    ApiKeysHealth apiKeysHealthIndicator(ApiKeys keys) {
        return new ApiKeysHealth(keys);
    }
}
