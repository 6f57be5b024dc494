package dev.andon.query.timeline;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * What is known of one incident at a viewpoint: at least one entry, or it would look as if nothing had happened in an incident
 * that was not there yet.
 *
 * @param entries by position; what had not happened yet is among them
 */
public record IncidentHistory(IncidentId incidentId, Viewpoint viewpoint, List<Entry> entries) {

    public IncidentHistory {
        entries = List.copyOf(entries);
    }

    /** Fails with a problem, 404, if there is no such incident, or was none. */
    public static Mono<IncidentHistory> find(ReadModel<Entry> model, IncidentId incident, Viewpoint viewpoint) {
        return model.findGroup(incident.value()).collectList().map(all -> {
            if (all.isEmpty()) {
                throw QuestionRefused.notFound("incident", incident.value());
            }
            List<Entry> known = all.stream().filter(entry -> viewpoint.knows(entry.position())).toList();
            if (known.isEmpty()) {
                throw notYet(incident, all.getFirst());
            }
            return new IncidentHistory(incident, viewpoint, known);
        });
    }

    /** As it stood; fails with a problem, 404, if nothing had happened. */
    public Timeline timeline() {
        Timeline timeline = Timeline.of(entries, viewpoint);
        if (timeline.entries().isEmpty()) {
            throw QuestionRefused.notYet(
                    "incident", incidentId.value(),
                    "the first that is known of it happened at "
                            + Timeline.of(entries).entries().getFirst().occurredAt());
        }
        return timeline;
    }

    /** As it stood at this earlier position; nothing may have been known then. */
    public Timeline at(long position) {
        return Timeline.of(entries, new Viewpoint(position, viewpoint.now(), viewpoint.asOf()));
    }

    /** The position of the latest event that is known: a correction changes an answer, whenever it happened. */
    public long version() {
        return entries.getLast().position();
    }

    /** For who needs the declaration, which had not happened. */
    public QuestionRefused notDeclaredYet() {
        return Timeline.of(entries).of(IncidentDeclared.class).stream()
                .findFirst()
                .map(declared -> QuestionRefused.notYet(
                        "incident", incidentId.value(), "it was declared at " + declared.occurredAt()))
                .orElseGet(() -> QuestionRefused.notFound("incident", incidentId.value()));
    }

    private static QuestionRefused notYet(IncidentId incident, Entry first) {
        return QuestionRefused.notYet(
                "incident", incident.value(),
                "it was first recorded at %s, at position %d".formatted(first.recordedAt(), first.position()));
    }
}
