package dev.andon.query.recurringproblems;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.ProblemStatus;
import dev.andon.kernel.RootCauseCategory;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.ProblemFixVerified;
import dev.andon.kernel.event.ProblemFixed;
import dev.andon.kernel.event.ProblemOpened;
import dev.andon.kernel.event.ProblemRecurred;
import dev.andon.kernel.event.WorkaroundDocumented;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a problem's own events say of it, in the order in which they were recorded: the rules allowed each step in that
 * order, whatever time it was dated with.
 */
final class ProblemLife {

    private final ProblemOpened opened;
    private final long openedEntry;
    private final Map<IncidentId, Long> links = new LinkedHashMap<>();
    private final List<Problem.Recurrence> recurrences = new ArrayList<>();
    private ProblemStatus status = ProblemStatus.OPEN;
    private @Nullable String workaround;
    private Problem.@Nullable Fix fix;

    private ProblemLife(ProblemOpened opened, long openedEntry) {
        this.opened = opened;
        this.openedEntry = openedEntry;
    }

    /** Nothing if it was not opened yet. */
    static Optional<ProblemLife> of(ProblemDocument document, Viewpoint viewpoint) {
        List<ProblemEntry> entries = document.at(viewpoint);
        return entries.stream()
                .filter(entry -> entry.event() instanceof ProblemOpened)
                .findFirst()
                .map(entry -> new ProblemLife((ProblemOpened) entry.event(), entry.position()))
                .map(life -> {
                    entries.forEach(life::happened);
                    return life;
                });
    }

    private void happened(ProblemEntry entry) {
        switch (entry.event()) {
            case ProblemOpened _ -> {
                // It is what began this life.
            }
            case IncidentLinkedToProblem linked -> links.put(linked.incidentId(), entry.position());
            case WorkaroundDocumented documented -> {
                workaround = documented.workaround();
                // A way to live with a recurrence does not make it less of one.
                status = status == ProblemStatus.OPEN ? ProblemStatus.KNOWN_ERROR : status;
            }
            case ProblemFixed fixed -> {
                fix = new Problem.Fix(
                        fixed.description(), fixed.changeId(), fixed.occurredAt(), entry.position(), null, null, null);
                status = ProblemStatus.FIXED;
            }
            case ProblemFixVerified verified -> {
                fix = fix == null
                        ? null
                        : new Problem.Fix(
                                fix.description(), fix.changeId(), fix.fixedAt(), fix.entryId(), verified.evidence(),
                                verified.occurredAt(), entry.position());
                status = ProblemStatus.VERIFIED;
            }
            case ProblemRecurred recurred -> {
                recurrences.add(new Problem.Recurrence(
                        recurred.incidentId(), recurred.was(), recurred.fixedAt(), recurred.occurredAt(),
                        entry.position()));
                status = ProblemStatus.RECURRED;
            }
        }
    }

    ProblemId problemId() {
        return opened.problemId();
    }

    String title() {
        return opened.title();
    }

    List<String> services() {
        return opened.services();
    }

    @Nullable
    RootCauseCategory rootCauseCategory() {
        return opened.rootCauseCategory();
    }

    Instant openedAt() {
        return opened.occurredAt();
    }

    long openedEntry() {
        return openedEntry;
    }

    /**
     * Its status while these are the incidents that it caused. It has not recurred where somebody was wrong about the cause,
     * or nothing was wrong; if it has caused nothing else since, its fix holds as it did before.
     */
    ProblemStatus statusWhile(Set<IncidentId> caused) {
        return status == ProblemStatus.RECURRED && isMistaken(caused) ? fixed() : status;
    }

    /** It is refuted by what was linked since, and by what was linked before and went on since. */
    private boolean isMistaken(Set<IncidentId> caused) {
        long fixedIn = fix == null ? 0 : fix.entryId();
        return Stream.concat(
                links.entrySet().stream().filter(link -> link.getValue() > fixedIn).map(Map.Entry::getKey),
                recurrences.stream()
                        .filter(recurrence -> recurrence.entryId() > fixedIn)
                        .map(Problem.Recurrence::incidentId))
                .noneMatch(caused::contains);
    }

    private ProblemStatus fixed() {
        return fix != null && fix.verifiedAt() != null ? ProblemStatus.VERIFIED : ProblemStatus.FIXED;
    }

    @Nullable
    String workaround() {
        return workaround;
    }

    /** The latest one, also if the problem recurred since. */
    Problem.@Nullable Fix fix() {
        return fix;
    }

    List<Problem.Recurrence> recurrences() {
        return recurrences;
    }

    /** The incidents that were linked to it, and the entry of the link. */
    Map<IncidentId, Long> links() {
        return links;
    }
}
