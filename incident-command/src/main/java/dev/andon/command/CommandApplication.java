package dev.andon.command;

import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.mongodb.MongoEventLog;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The write side as a process of its own, on a MongoDB that it shares with the query service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CommandConfiguration.class)
public class CommandApplication {

    /** In code, since a file of this name would also reach those who embed the commands. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            "server.address", "127.0.0.1",
            "server.port", "8081",
            "spring.main.banner-mode", "off",
            "spring.application.name", "andon-command",
            "logging.structured.format.console", "ecs",
            "logging.level.root", "warn",
            "logging.level.dev.andon", "info");

    public static void main(String[] arguments) {
        var application = new SpringApplication(CommandApplication.class);
        application.setDefaultProperties(DEFAULTS);
        if (AdminKey.isWanted(arguments)) {
            AdminKey.create(application, arguments);
        } else {
            application.run(arguments);
        }
    }

    @Bean
    EventStore eventStore(
            @Value("${andon.mongodb.uri:mongodb://127.0.0.1:27017/andon}") String uri,
            @Value("${andon.mongodb.standalone-allowed:false}") boolean standaloneAllowed,
            Clock clock) {
        return new EventStore(MongoEventLog.connect(uri, standaloneAllowed), clock);
    }
}
