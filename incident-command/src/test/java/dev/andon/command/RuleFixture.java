package dev.andon.command;

import dev.andon.command.axon.AndonConfigurer;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.command.Command;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.test.fixture.AxonTestFixture;
import org.axonframework.test.fixture.AxonTestPhase;

/** Given events, when a command, then events or a refusal: one rule on the real wiring. */
public final class RuleFixture {

    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    public static final Actor ALICE = new Actor("alice", "slack-bot");

    private RuleFixture() {}

    public static AxonTestFixture of(Rule<?, ?> rule) {
        return AxonTestFixture.with(
                AndonConfigurer.configure(
                        new InMemoryEventStorageEngine(), List.of(rule), Clock.fixed(NOW, ZoneOffset.UTC),
                        Runnable::run),
                customization -> customization.disableAxonServer());
    }

    public static AxonTestPhase.When.Command when(AxonTestPhase.Given given, Command command) {
        return given.when().command(command, Metadata.from(EventMetadata.of(ALICE)));
    }
}
