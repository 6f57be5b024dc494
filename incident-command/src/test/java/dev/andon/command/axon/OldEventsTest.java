package dev.andon.command.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.command.AllRules;
import dev.andon.command.decision.Refused;
import dev.andon.eventstore.AppendCondition;
import dev.andon.eventstore.EventData;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.Tag;
import dev.andon.eventstore.axon.AndonEventStorageEngine;
import dev.andon.eventstore.sqlite.SqliteEventLog;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.command.ChangeSeverity;
import dev.andon.kernel.json.EventCodec;
import dev.andon.kernel.json.Upcasters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log outlives the shapes of its events. */
class OldEventsTest {

    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final String NOON = "2026-03-02T12:00:00Z";

    /** As if the severity of a declaration had been its "level" once. */
    private static final Upcasters LEVEL_BECAME_SEVERITY = Upcasters.none().then("IncidentDeclared", declared -> {
        declared.set("severity", declared.remove("level"));
        return declared;
    });

    @TempDir
    private Path directory;

    @Test
    void aRuleDecidesOnAnEventOfAnEarlierVersionAsOnOneOfToday() {
        try (var store = new EventStore(SqliteEventLog.open(directory), Clock.systemUTC())) {
            // given
            store.append(List.of(declaredInVersionOne()), AppendCondition.none(), null).block();
            var axon = AndonConfigurer.configure(
                    new AndonEventStorageEngine(store, AndonConfigurer.converter()), AllRules.list(),
                    Clock.systemUTC(), new EventCodec(LEVEL_BECAME_SEVERITY)).build();
            axon.start();
            CommandGateway gateway = axon.getComponent(CommandGateway.class);

            // then
            assertThatThrownBy(() -> send(gateway, Severity.SEV3)).hasRootCauseInstanceOf(Refused.class)
                    .rootCause().hasMessageContaining("is a SEV3 already");
            assertThat(send(gateway, Severity.SEV1).events()).hasToString(
                    "[SeverityChanged[incidentId=INC-1, from=SEV3, to=SEV1, reason=null, occurredAt=%s]]".formatted(
                            NOON));
            axon.shutdown();
        }
    }

    private static Recording send(CommandGateway gateway, Severity severity) {
        var command = new ChangeSeverity(INCIDENT, severity, null, Instant.parse(NOON));
        return (Recording) Objects.requireNonNull(gateway.send(command).getResultMessage().join().payload());
    }

    private static EventData declaredInVersionOne() {
        String json = """
                {"incidentId": "INC-1", "title": "It burns", "level": "SEV3", "services": ["checkout"],
                 "detection": {"source": "ALERT"}, "drill": false, "occurredAt": "%s"}""".formatted(NOON);
        return new EventData("id", "IncidentDeclared", "1", Instant.parse(NOON),
                Set.of(Tag.of(INCIDENT.tag().key(), INCIDENT.tag().value())), json.getBytes(StandardCharsets.UTF_8),
                Map.of());
    }
}
