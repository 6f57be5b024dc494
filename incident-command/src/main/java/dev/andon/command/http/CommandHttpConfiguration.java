package dev.andon.command.http;

import dev.andon.command.dispatch.CommandDispatcher;
import dev.andon.monitoring.Ending;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

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
    RouterFunction<ServerResponse> commandRoutes(
            Commands commands, ImportEndpoint imports, Patience patience) {
        return new CommandEndpoint(commands, patience).routes().and(imports.routes());
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
