package dev.andon.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Role;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.RoleAssigned;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** An event with a past of its own: first "who" became "assignment", then that was split into role and assignee. */
class UpcastersTest {

    private static final String NAME = "RoleAssigned";
    private static final RoleAssigned TODAY = new RoleAssigned(
            new IncidentId("INC-1"), Role.SCRIBE, "alice", Instant.parse("2026-03-02T12:00:00Z"));

    private final EventCodec codec = new EventCodec(
            Upcasters.none().then(NAME, UpcastersTest::rename).then(NAME, UpcastersTest::split));

    private static ObjectNode rename(ObjectNode one) {
        one.set("assignment", one.remove("who"));
        return one;
    }

    private static ObjectNode split(ObjectNode two) {
        String[] assignment = two.remove("assignment").stringValue().split(" as ", 2);
        return two.put("assignee", assignment[0]).put("role", assignment[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        """
                1:{"incidentId": "INC-1", "who": "alice as SCRIBE", "occurredAt": "2026-03-02T12:00:00Z"}""",
        """
                2:{"incidentId": "INC-1", "assignment": "alice as SCRIBE", "occurredAt": "2026-03-02T12:00:00Z"}""",
        """
                3:{"incidentId": "INC-1", "role": "SCRIBE", "assignee": "alice", "occurredAt": "2026-03-02T12:00:00Z"}"""
    })
    void everyVersionReadsAsTheCurrentOne(String stored) {
        String[] versionAndJson = stored.split(":", 2);
        assertThat(codec.read(NAME, versionAndJson[0], versionAndJson[1].getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TODAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "0", "-1", "01", "one", "", "99999999999"})
    void aVersionThatIsNotKnownIsNotGuessedAt(String version) {
        assertThatThrownBy(() -> codec.read(NAME, version, codec.write(TODAY)))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("version " + version)
                .hasMessageContaining("Upgrade");
    }

    @Test
    void theChangesOfOneEventAreNoneOfAnother() {
        GoldenFile file = GoldenFile.full(IncidentMitigated.class);
        assertThat(codec.read(file.name(), "1", file.stored()))
                .isEqualTo(new EventCodec().read(file.name(), "1", file.stored()));
    }
}
