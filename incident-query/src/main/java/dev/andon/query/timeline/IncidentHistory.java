package dev.andon.query.timeline;

import dev.andon.kernel.EventMetadata;
import dev.andon.kernel.Identifier;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.readmodel.ReadModel;
import dev.andon.query.readmodel.Viewpoint;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * What is known of one incident at a viewpoint: at least one entry, or it would look as if nothing had happened in an incident
 * that was not there yet.
 *
 * @param entries by position; what had not happened yet is among them
 * @param later what is known today and was not then, only to say since when
 */
public record IncidentHistory(IncidentId incidentId, Viewpoint viewpoint, List<Entry> entries, List<Entry> later) {

    public IncidentHistory {
        entries = List.copyOf(entries);
        later = List.copyOf(later);
    }

    /** Fails with a problem, 404, if there is no such incident, or was none. */
    public static Mono<IncidentHistory> find(ReadModel<Entry> model, IncidentId incident, Viewpoint viewpoint) {
        return model.findGroup(incident.value()).collectList().map(all -> of(all, incident, viewpoint));
    }

    /** @param all by position */
    public static IncidentHistory of(List<Entry> all, IncidentId incident, Viewpoint viewpoint) {
        if (all.isEmpty()) {
            throw QuestionRefused.notFound("incident", incident.value());
        }
        Map<Boolean, List<Entry>> known = all.stream()
                .collect(Collectors.partitioningBy(entry -> viewpoint.knows(entry.position())));
        var history = new IncidentHistory(
                incident, viewpoint, known.getOrDefault(true, List.of()), known.getOrDefault(false, List.of()));
        if (history.entries().isEmpty()) {
            throw notYet("incident", incident.value(), all.getFirst());
        }
        return history;
    }

    /** As if nothing had been recorded of it but by this caller: what others made of their words is not theirs to know. */
    public IncidentHistory recordedBy(String callerId) {
        Predicate<Entry> theirs = entry -> callerId.equals(entry.metadata().get(EventMetadata.CALLER));
        return new IncidentHistory(
                incidentId, viewpoint, entries.stream().filter(theirs).toList(),
                later.stream().filter(theirs).toList());
    }

    /**
     * The entry that something inside the incident began with, whether it was struck out or not; fails with a problem, 404,
     * if there is none, or was none yet.
     *
     * @param kind such as {@code finding}
     */
    public <E extends IncidentEvent> TimelineEntry<E> beginning(
            Class<E> type, Predicate<E> wanted, String kind, Identifier id) {
        return Timeline.of(entries, viewpoint).of(type).stream()
                .filter(entry -> wanted.test(entry.event()))
                .findFirst()
                .orElseThrow(() -> noBeginning(type, wanted, kind, id.toString()));
    }

    private <E extends IncidentEvent> QuestionRefused noBeginning(
            Class<E> type, Predicate<E> wanted, String kind, String id) {
        Predicate<Entry> begins = entry -> type.isInstance(entry.event()) && wanted.test(type.cast(entry.event()));
        return Timeline.of(entries).of(type).stream()
                .filter(entry -> wanted.test(entry.event()))
                .findFirst()
                .map(entry -> QuestionRefused.notYet(kind, id, "it is from " + entry.occurredAt()))
                .or(() -> later.stream().filter(begins).findFirst().map(entry -> notYet(kind, id, entry)))
                .orElseGet(() -> QuestionRefused.notFound(kind, "%s in %s".formatted(id, incidentId)));
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

    private static QuestionRefused notYet(String kind, String id, Entry first) {
        return QuestionRefused.notYetRecorded(kind, id, first.recordedAt(), first.position());
    }
}
