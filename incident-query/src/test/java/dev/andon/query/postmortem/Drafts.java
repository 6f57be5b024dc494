package dev.andon.query.postmortem;

import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.History;
import dev.andon.query.document.DocumentWriter;
import dev.andon.query.document.Templates;
import dev.andon.query.readmodel.Viewpoint;
import dev.andon.query.recurringproblems.ProblemHistory;
import dev.andon.query.text.DisplayZone;
import dev.andon.query.timeline.Entry;
import java.time.Instant;
import java.util.List;

/** Postmortems of histories, without a store. */
final class Drafts {

    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final DocumentWriter WRITER = new DocumentWriter(Templates.of(List.of(PostmortemDocument.TEMPLATE), null));

    private Drafts() {}

    static Postmortem of(History history) {
        return Postmortem.of(entries(history), present(history), ProblemHistory.problemsIn(history), null,
                DisplayZone.UTC);
    }

    static String markdown(History history) {
        return WRITER.markdown(PostmortemDocument.of(
                entries(history), present(history), ProblemHistory.problemsIn(history), null, false, DisplayZone.UTC));
    }

    /** The latest edition. */
    static String published(History history) {
        Edition edition = Edition.in(entries(history), present(history)).getLast();
        return WRITER.markdown(PostmortemDocument.of(
                entries(history), edition.viewpoint(), ProblemHistory.problemsIn(history, edition.viewpoint()),
                edition.number(), false, DisplayZone.UTC));
    }

    static Viewpoint present(History history) {
        return new Viewpoint(history.recorded().size(), NOW, null);
    }

    static List<Entry> entries(History history) {
        return history.recorded().stream()
                .filter(one -> one.event() instanceof IncidentEvent)
                .map(one -> Entry.of(one, (IncidentEvent) one.event()))
                .toList();
    }
}
