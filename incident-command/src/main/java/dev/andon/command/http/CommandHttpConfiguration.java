package dev.andon.command.http;

import dev.andon.command.dispatch.CommandDispatcher;
import dev.andon.monitoring.Ending;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The HTTP front of the write side. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Limits.class)
public class CommandHttpConfiguration {

    @Bean
    Commands commands(CommandDispatcher dispatcher, Clock clock, MeterRegistry meters) {
        return new Commands(new CommandReader(new Constraints(clock)), dispatcher, new CommandMeters(meters));
    }

    @Bean
    Patience patience(Limits limits) {
        return new Patience(limits.bodyTimeout());
    }

    @Bean
    ImportEndpoint importEndpoint(Commands commands, Limits limits, Ending ending) {
        return new ImportEndpoint(commands, limits, ending);
    }

    @Bean
    CommandFilter commandFilter(
            ApplicationContext server, Commands commands, ImportEndpoint imports, Patience patience) {
        return new CommandFilter(server, new CommandEndpoint(commands, patience), imports);
    }

    @Bean
    NettyServerCustomizer connectionLimits(Limits limits) {
        return new ConnectionLimits(limits);
    }

    @Bean
    CommandPaths commandPaths() {
        return new CommandPaths();
    }
}
