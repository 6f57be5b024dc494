package dev.andon.query.postmortem;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Severity;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.query.document.DocumentWriter;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.recurringproblems.Problem;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.timeline.Entry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The postmortem as the document that every format is written from; without names, if nobody is to be named. */
public final class PostmortemDocument {

    /** The name of its template. */
    public static final String TEMPLATE = "postmortem.md";

    private PostmortemDocument() {}

    static DocumentWriter.Draft of(
            List<Entry> entries, Viewpoint viewpoint, List<Problem> problems, @Nullable Integer edition,
            boolean blameless, DisplayZone zone) {
        JsonNode content = DocumentWriter.tree(Postmortem.of(entries, viewpoint, problems, edition, zone));
        if (blameless) {
            // Whoever came later is nobody to an edition, or it would change with them.
            content = Cast.of(entries.stream()
                    .filter(entry -> viewpoint.knows(entry.position()))
                    .sorted(Comparator.comparing(Entry::position))
                    .toList()).unnamed(content);
            ((ObjectNode) content).put("blameless", true);
        }
        return draft(content, lastRecorded(entries, viewpoint), zone);
    }

    static DocumentWriter.Draft draft(JsonNode content, Instant dated, DisplayZone zone) {
        return new DocumentWriter.Draft(
                TEMPLATE,
                "Postmortem of %s: %s".formatted(
                        content.get("incidentId").stringValue(), content.get("title").stringValue()),
                content, dated, zone);
    }

    /** What every template is tried on: a document that nearly everything was recorded for, and one that hardly anything was. */
    public static List<DocumentWriter.Draft> examples() {
        var declared = new Entry(1, Instant.EPOCH, Map.of(), new IncidentDeclared(
                new IncidentId("INC-1"), "An example", Severity.SEV3, List.of("example"),
                new Detection(DetectionSource.ENGINEER, null), null, null, false, Instant.EPOCH));
        var viewpoint = new Viewpoint(1, Instant.EPOCH, null);
        return List.of(
                of(List.of(declared), viewpoint, List.of(), null, false, DisplayZone.UTC),
                draft(DocumentWriter.example("postmortem.example.json"), Instant.EPOCH, DisplayZone.UTC));
    }

    private static Instant lastRecorded(List<Entry> entries, Viewpoint viewpoint) {
        return entries.stream()
                .filter(entry -> viewpoint.knows(entry.position()))
                .map(Entry::recordedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
