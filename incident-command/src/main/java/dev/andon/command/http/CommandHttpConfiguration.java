package dev.andon.command.http;

import dev.andon.command.dispatch.CommandDispatcher;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The HTTP front of the write side. */
@Configuration(proxyBeanMethods = false)
public class CommandHttpConfiguration {

    @Bean
    Commands commands(CommandDispatcher dispatcher, Clock clock) {
        return new Commands(new CommandReader(new Constraints(clock)), dispatcher);
    }

    @Bean
    ImportEndpoint importEndpoint(Commands commands) {
        return new ImportEndpoint(commands);
    }

    @Bean
    RouterFunction<ServerResponse> commandRoutes(Commands commands, ImportEndpoint imports) {
        return new CommandEndpoint(commands).routes().and(imports.routes());
    }

    @Bean
    CommandPaths commandPaths() {
        return new CommandPaths();
    }
}
