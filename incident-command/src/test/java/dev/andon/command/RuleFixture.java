package dev.andon.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.command.axon.AndonConfigurer;
import dev.andon.command.decision.IdentifierTaken;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.NotFound;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.Actor;
import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.Identifier;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.core.Metadata;
import org.axonframework.test.fixture.AxonTestFixture;
import org.axonframework.test.fixture.AxonTestPhase;

/** Given events, when a command, then events or a reason why not: one rule on the real wiring. */
public final class RuleFixture {

    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    public static final Actor ALICE = new Actor("alice", "slack-bot");

    private final Rule<?, ?> rule;
    private final List<Event> given;

    private RuleFixture(Rule<?, ?> rule, List<Event> given) {
        this.rule = rule;
        this.given = given;
    }

    public static RuleFixture of(Rule<?, ?> rule) {
        return new RuleFixture(rule, List.of());
    }

    public RuleFixture given(Event... events) {
        return new RuleFixture(rule, List.of(events));
    }

    public Outcome when(Command command) {
        return when(command, ALICE);
    }

    public Outcome when(Command command, Actor actor) {
        var axon = AxonTestFixture.with(
                AndonConfigurer.configure(
                        new InMemoryEventStorageEngine(), List.of(rule), Clock.fixed(NOW, ZoneOffset.UTC)),
                customization -> customization.disableAxonServer());
        return new Outcome(axon, axon.given()
                .events(given)
                .when()
                .command(command, Metadata.from(EventMetadata.of(actor)))
                .then());
    }

    /** What became of the command. Each way to look at it ends the test's run. */
    public record Outcome(AxonTestFixture axon, AxonTestPhase.Then.Command then) {

        public void records(Event... events) {
            ending(() -> then.success().events((Object[]) events));
        }

        public void isRefused(Refusal refusal, Map<String, Object> state) {
            failsWith(Refused.class, refused -> {
                assertThat(refused.refusal()).isEqualTo(refusal);
                assertThat(refused.state()).isEqualTo(state);
                assertThat(refused.getMessage()).isNotBlank();
            });
        }

        public void isNotFound(String message) {
            failsWith(NotFound.class, notFound -> assertThat(notFound).hasMessage(message));
        }

        public void isInvalidAt(String... pointers) {
            failsWith(Invalid.class, invalid -> assertThat(invalid.fields())
                    .extracting(Invalid.Field::pointer)
                    .containsExactly(pointers));
        }

        public void needsAnotherIdThan(Identifier taken) {
            failsWith(IdentifierTaken.class, exception -> assertThat(exception).hasMessage(taken + " is taken"));
        }

        private <T extends Throwable> void failsWith(Class<T> type, Consumer<T> assertion) {
            ending(() -> then.noEvents().exceptionSatisfies(thrown -> assertThat(thrown)
                    .isInstanceOfSatisfying(type, assertion)));
        }

        private void ending(Runnable assertions) {
            try {
                assertions.run();
            } finally {
                axon.stop();
            }
        }
    }
}
