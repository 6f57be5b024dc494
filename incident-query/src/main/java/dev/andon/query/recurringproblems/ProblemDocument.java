package dev.andon.query.recurringproblems;

import dev.andon.kernel.ChangeId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.event.ProblemFixVerified;
import dev.andon.kernel.event.ProblemFixed;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.kernel.event.ProblemRecurred;
import dev.andon.kernel.event.WorkaroundDocumented;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A problem, and the incidents that were ever linked to it.
 *
 * @param fix the latest one, also if the problem recurred since
 * @param recurredIn the incidents that it caused although it was fixed
 */
public record ProblemDocument(
        ProblemId problemId,
        String title,
        List<String> services,
        @Nullable RootCauseCategory rootCauseCategory,
        Instant openedAt,
        ProblemStatus status,
        @Nullable String workaround,
        @Nullable Fix fix,
        List<IncidentId> recurredIn,
        List<IncidentId> linked) {

    public ProblemDocument {
        services = List.copyOf(services);
        recurredIn = List.copyOf(recurredIn);
        linked = List.copyOf(linked);
    }

    /** What was meant to end the problem, and what showed that it does; nobody has shown it yet without evidence. */
    public record Fix(
            String description,
            @Nullable ChangeId changeId,
            Instant fixedAt,
            @Nullable String evidence,
            @Nullable Instant verifiedAt) {}

    static ProblemDocument of(ProblemOpened event) {
        return new ProblemDocument(
                event.problemId(),
                event.title(),
                event.services(),
                event.rootCauseCategory(),
                event.occurredAt(),
                ProblemStatus.OPEN,
                null,
                null,
                List.of(),
                List.of());
    }

    /** An incident is linked once, however often somebody says so. */
    ProblemDocument linkedTo(IncidentId incident) {
        return new ProblemDocument(
                problemId, title, services, rootCauseCategory, openedAt, status, workaround, fix, recurredIn,
                with(incident, linked));
    }

    /** A way to live with a recurrence does not make it less of one. */
    ProblemDocument after(WorkaroundDocumented event) {
        return now(
                status == ProblemStatus.OPEN ? ProblemStatus.KNOWN_ERROR : status, event.workaround(), fix, recurredIn);
    }

    ProblemDocument after(ProblemFixed event) {
        return now(
                ProblemStatus.FIXED, workaround,
                new Fix(event.description(), event.changeId(), event.occurredAt(), null, null), recurredIn);
    }

    ProblemDocument after(ProblemFixVerified event) {
        Fix verified = fix == null
                ? null
                : new Fix(fix.description(), fix.changeId(), fix.fixedAt(), event.evidence(), event.occurredAt());
        return now(ProblemStatus.VERIFIED, workaround, verified, recurredIn);
    }

    ProblemDocument after(ProblemRecurred event) {
        return now(ProblemStatus.RECURRED, workaround, fix, with(event.incidentId(), recurredIn));
    }

    /**
     * What there is to say if these are the incidents that are still linked to it. It has not recurred where somebody was
     * wrong about the cause; if nothing else is linked to it since, its fix holds as it did before.
     */
    ProblemDocument linkedStill(Set<IncidentId> standing) {
        List<IncidentId> recurrences = recurredIn.stream().filter(standing::contains).toList();
        return now(isMistaken(standing) ? fixed() : status, workaround, fix, recurrences);
    }

    private boolean isMistaken(Set<IncidentId> standing) {
        return status == ProblemStatus.RECURRED
                && linked.stream().skip(linked.indexOf(recurredIn.getLast())).noneMatch(standing::contains);
    }

    private ProblemStatus fixed() {
        return fix != null && fix.verifiedAt() != null ? ProblemStatus.VERIFIED : ProblemStatus.FIXED;
    }

    private ProblemDocument now(
            ProblemStatus present, @Nullable String way, @Nullable Fix latest, List<IncidentId> recurrences) {
        return new ProblemDocument(
                problemId, title, services, rootCauseCategory, openedAt, present, way, latest, recurrences, linked);
    }

    private static List<IncidentId> with(IncidentId incident, List<IncidentId> incidents) {
        return Stream.concat(incidents.stream(), Stream.of(incident)).distinct().toList();
    }
}
