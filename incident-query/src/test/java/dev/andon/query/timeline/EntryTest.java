package dev.andon.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.json.AndonJson;
import dev.andon.query.readmodel.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntryTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void anEntryIsReadBackAsItWasStored() {
        var incident = new IncidentId("INC-1");
        List<IncidentEvent> events = List.of(
                new IncidentReopened(incident, "back again", NOW),
                new IncidentLinkedToProblem(new ProblemId("PRB-1"), incident, NOW));
        for (IncidentEvent event : events) {
            Entry entry = Entry.of(new Recorded(7, NOW, Map.of("actor", "alice"), event), event);

            String stored = AndonJson.mapper().writeValueAsString(entry);

            assertThat(AndonJson.mapper().readValue(stored, Entry.class)).isEqualTo(entry);
        }
    }
}
