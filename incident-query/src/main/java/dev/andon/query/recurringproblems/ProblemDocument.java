package dev.andon.query.recurringproblems;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.query.http.QuestionRefused;
import dev.andon.query.readmodel.Viewpoint;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was recorded of a problem, in that order. What follows from it is worked out when somebody asks: a document that
 * said "fixed" could not tell what the problem was before.
 */
public record ProblemDocument(List<ProblemEntry> entries) {

    public ProblemDocument {
        entries = List.copyOf(entries);
    }

    ProblemDocument and(ProblemEntry entry) {
        return new ProblemDocument(Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }

    List<ProblemEntry> at(Viewpoint viewpoint) {
        return entries.stream()
                .filter(entry -> viewpoint.knows(entry.position()))
                .filter(entry -> viewpoint.hasHappened(entry.event().occurredAt()))
                .toList();
    }

    /** For who asks about a moment when it was not open yet. */
    QuestionRefused notYet(ProblemId problemId, Viewpoint viewpoint) {
        ProblemEntry first = entries.getFirst();
        return viewpoint.knows(first.position())
                ? QuestionRefused.notYet("problem", problemId.value(), "it is from " + first.event().occurredAt())
                : QuestionRefused.notYetRecorded(
                        "problem", problemId.value(), first.recordedAt(), first.position());
    }

    /** Of its identifier; it counts the problems as they were opened. */
    long number() {
        return entries.getFirst().event().problemId().number();
    }

    /** The incidents that were ever linked to it. */
    List<IncidentId> linked() {
        return entries.stream()
                .map(ProblemEntry::event)
                .filter(IncidentLinkedToProblem.class::isInstance)
                .map(event -> ((IncidentLinkedToProblem) event).incidentId())
                .distinct()
                .toList();
    }
}
