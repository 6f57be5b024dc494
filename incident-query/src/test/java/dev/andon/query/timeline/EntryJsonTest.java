package dev.andon.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.json.AndonJson;
import dev.andon.query.readmodel.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntryJsonTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.120Z");
    private static final IncidentId INCIDENT = IncidentId.of(1);

    private static final List<IncidentEvent> EVENTS = List.of(
            new FindingAdded(
                    INCIDENT, new FindingId("F-7K3Q"), FindingKind.OBSERVATION, "\"Zürich\" is \\ down ☀ 𝄞\n", null,
                    null,
                    List.of(), null, null, Visibility.INTERNAL, NOW),
            new IncidentLinkedToProblem(new ProblemId("PRB-1"), INCIDENT, NOW));

    private static final List<Map<String, String>> METADATA = List.of(
            Map.of(), Map.of("actor", "alice"),
            Map.of("actor", "zoë", "channel", "a \"b\" \\ \u0001 \u007f 𝄞", "offset.occurredAt", "+02:00"));

    @Test
    void anEntryAroundItsEventIsTheSameAsOneThatIsEncoded() {
        for (IncidentEvent event : EVENTS) {
            for (Map<String, String> metadata : METADATA) {
                Entry entry = Entry.of(new Recorded(7, NOW, metadata, event), event);

                assertThat(text(EntryJson.of(entry, AndonJson.mapper().writeValueAsBytes(event))))
                        .isEqualTo(text(AndonJson.mapper().writeValueAsBytes(entry)));
            }
        }
    }

    @Test
    void whatCannotBePutIntoTheMiddleIsEncoded() {
        IncidentEvent event = EVENTS.getFirst();
        Entry entry = Entry.of(new Recorded(7, NOW, Map.of(), event), event);
        String json = AndonJson.mapper().writeValueAsString(event);

        for (byte[] stored : List.of(
                json.getBytes(StandardCharsets.UTF_16BE), json.getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + json).getBytes(StandardCharsets.UTF_8))) {
            assertThat(text(EntryJson.of(entry, stored)))
                    .isEqualTo(text(AndonJson.mapper().writeValueAsBytes(entry)));
        }
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
