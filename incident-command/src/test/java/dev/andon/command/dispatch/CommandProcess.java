package dev.andon.command.dispatch;

import dev.andon.command.AllRules;
import dev.andon.command.axon.AndonConfigurer;
import dev.andon.eventstore.EventLog;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.axon.AndonEventStorageEngine;
import dev.andon.kernel.Actor;
import dev.andon.kernel.command.Command;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/** All that one process of the write side has, short of HTTP. */
final class CommandProcess implements AutoCloseable {

    private final EventStore store;
    private final AxonConfiguration axon;
    private final CommandDispatcher dispatcher;

    CommandProcess(EventLog log) {
        store = new EventStore(log, Clock.systemUTC());
        var engine = new AndonEventStorageEngine(store, AndonConfigurer.converter());
        axon = AndonConfigurer.configure(engine, AllRules.list(), Clock.systemUTC()).build();
        axon.start();
        dispatcher = new CommandDispatcher(axon.getComponent(CommandGateway.class), store, new IdentifierSource(store));
    }

    EventStore store() {
        return store;
    }

    CommandDispatcher dispatcher() {
        return dispatcher;
    }

    Recorded dispatch(Function<NewIdentifiers, Command> command, @Nullable String commandId) {
        return dispatcher.dispatch(submission(command, commandId));
    }

    static Submission submission(Function<NewIdentifiers, Command> command, @Nullable String commandId) {
        return new Submission(
                command,
                new Actor("alice", null),
                "API",
                commandId == null ? null : new Submission.Idempotency(commandId, "digest"),
                null,
                null,
                Map.of());
    }

    @Override
    public void close() {
        axon.shutdown();
        store.close();
    }
}
