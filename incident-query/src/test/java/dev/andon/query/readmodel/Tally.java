package dev.andon.query.readmodel;

import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.SeverityChanged;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small projection with everything that can go wrong in one: a document that grows, documents in a group, an event that
 * touches two documents, documents that go and come again.
 */
public class Tally implements Projection<TallyDocument> {

    static final String SEVERITY = "severity";
    static final String FINDINGS = "findings";

    private final int version;

    public Tally(int version) {
        this.version = version;
    }

    @Override
    public String name() {
        return "tally";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public Class<TallyDocument> documentType() {
        return TallyDocument.class;
    }

    @Override
    public Set<DocumentKey> keysOf(Recorded recorded) {
        Event event = recorded.event();
        return switch (event) {
            case FindingAdded finding -> Set.of(DocumentKey.single(finding.incidentId().value()),
                    DocumentKey.numbered("findings of " + finding.incidentId(), recorded.position()));
            case IncidentEvent about when about.incidentId() != null -> Set.of(
                    DocumentKey.single(about.incidentId().value()));
            default -> Set.of();
        };
    }

    @Override
    public @Nullable TallyDocument apply(@Nullable TallyDocument document, DocumentKey key, Recorded recorded) {
        List<String> texts = document == null ? List.of() : document.texts();
        return switch (recorded.event()) {
            case IncidentDeclared declared -> new TallyDocument(declared.severity(), texts, null);
            case SeverityChanged changed -> new TallyDocument(changed.to(), texts, "from " + changed.from());
            case FindingAdded finding -> new TallyDocument(document == null ? null : document.severity(),
                    Stream.concat(texts.stream(), Stream.of(finding.text())).toList(), null);
            case IncidentResolved _ -> null;
            default -> document;
        };
    }

    @Override
    public Map<String, String> indexOf(TallyDocument document) {
        String findings = "%03d".formatted(document.texts().size());
        return document.severity() == null
                ? Map.of(FINDINGS, findings)
                : Map.of(FINDINGS, findings, SEVERITY, document.severity().name());
    }
}
