package dev.andon.standalone;

import dev.andon.command.AdminKey;
import dev.andon.command.CommandConfiguration;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.query.QueryConfiguration;
import dev.andon.query.readmodel.ReadModelStore;
import dev.andon.query.readmodel.sqlite.SqliteReadModelStore;
import dev.andon.standalone.offline.OfflineCommands;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Andon in one process, with everything it keeps in one directory. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({CommandConfiguration.class, QueryConfiguration.class, Demo.class, WhatToTryNext.class})
public class StandaloneApplication {

    public static void main(String[] arguments) {
        if (OfflineCommands.isNamedBy(arguments)) {
            System.exit(OfflineCommands.run(arguments));
        }
        var application = new SpringApplication(StandaloneApplication.class);
        if (AdminKey.isWanted(arguments)) {
            AdminKey.create(application, arguments);
        } else {
            application.run(arguments);
        }
    }

    @Bean
    DataDirectory dataDirectory(@Value("${andon.data-dir}") String path) {
        return DataDirectory.at(path);
    }

    @Bean
    EventStore eventStore(DataDirectory data, Clock clock) {
        return new EventStore(SqliteEventLog.open(data.path()), clock);
    }

    /** Opened behind the log, whose lock keeps a second process out of the directory. */
    @Bean
    ReadModelStore readModelStore(DataDirectory data, EventStore openedBefore) {
        return SqliteReadModelStore.open(data.path().resolve("read-models.db"));
    }
}
