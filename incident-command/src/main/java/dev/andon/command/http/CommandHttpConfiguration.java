package dev.andon.command.http;

import dev.andon.command.dispatch.CommandDispatcher;
import dev.andon.monitoring.Ending;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/** The HTTP front of the write side. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Limits.class)
public class CommandHttpConfiguration {

    private static final int FEWEST_EVENT_LOOPS = 2;

    @Bean
    Commands commands(CommandDispatcher dispatcher, Clock clock, MeterRegistry meters) {
        return new Commands(new CommandReader(new Constraints(clock)), dispatcher, new CommandMeters(meters));
    }

    @Bean
    RuleThreads ruleThreads() {
        return new RuleThreads();
    }

    @Bean
    Patience patience(Limits limits) {
        return new Patience(limits.bodyTimeout());
    }

    @Bean
    ImportEndpoint importEndpoint(Commands commands, RuleThreads threads, Limits limits, Ending ending) {
        return new ImportEndpoint(commands, threads, limits, ending);
    }

    @Bean
    CommandFilter commandFilter(
            ApplicationContext server, Commands commands, RuleThreads threads, ImportEndpoint imports,
            Patience patience) {
        return new CommandFilter(server, new CommandEndpoint(commands, threads, patience), imports);
    }

    @Bean
    NettyServerCustomizer connectionLimits(Limits limits) {
        return new ConnectionLimits(limits);
    }

    /**
     * As many as there are processors, and not four at least: no command waits in one, and what is shared out over more of
     * them comes in smaller bits, for each of which one has to be woken.
     */
    @Bean
    ReactorResourceFactory eventLoops() {
        var loops = new ReactorResourceFactory();
        loops.setUseGlobalResources(false);
        loops.setLoopResourcesSupplier(() -> LoopResources.create(
                "andon-http", Math.max(FEWEST_EVENT_LOOPS, Runtime.getRuntime().availableProcessors()), true));
        // All is answered by then, but an answer given before the end began leaves its connection open; with no quiet period,
        // a loop that is busy when it is told to end does not close what it has.
        loops.setShutdownQuietPeriod(Duration.ofMillis(50));
        return loops;
    }

    @Bean
    CommandPaths commandPaths() {
        return new CommandPaths();
    }
}
