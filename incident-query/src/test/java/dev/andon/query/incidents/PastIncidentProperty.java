package dev.andon.query.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.andon.kernel.Detection;
import dev.andon.kernel.DetectionSource;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.MitigationEffect;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.Role;
import dev.andon.kernel.Severity;
import dev.andon.kernel.Visibility;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.ImpactRecorded;
import dev.andon.kernel.event.IncidentClosed;
import dev.andon.kernel.event.IncidentDeclared;
import dev.andon.kernel.event.IncidentLinkedToProblem;
import dev.andon.kernel.event.IncidentMitigated;
import dev.andon.kernel.event.IncidentReopened;
import dev.andon.kernel.event.IncidentResolved;
import dev.andon.kernel.event.MitigationApplied;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RoleReleased;
import dev.andon.kernel.event.SeverityChanged;
import dev.andon.query.History;
import dev.andon.query.readmodel.DocumentKey;
import dev.andon.query.readmodel.Viewpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a list says about any moment is what the incident's own page says about it. */
class PastIncidentProperty {

    private static final IncidentId INCIDENT = IncidentId.of(1);
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final int MINUTES = 240;

    @Property(tries = 200)
    void theDocumentTellsOfEveryMomentWhatTheTimelineTells(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int length) {
        History history = history(new Random(seed), length);
        IncidentDocument document = history.document(new IncidentsProjection(), DocumentKey.single("INC-1"));

        for (long position = 1; position <= history.recorded().size(); position++) {
            for (Instant asOf : Arrays.asList(null, TEN.plusSeconds(60L * MINUTES / 4))) {
                var viewpoint = new Viewpoint(position, TEN, asOf);
                Long version = position == document.version() ? position : null;
                assertThat(Incident.of(document, viewpoint))
                        .as("at position %d, as of %s", position, asOf)
                        .isEqualTo(Incident.of(history.timeline(viewpoint), version));
            }
        }
        assertThat(Incident.of(document).map(Incident::version))
                .isEqualTo(Optional.of((long) history.recorded().size()));
    }

    /** Two responses at most are struck out or put off, which is what a document promises to bear. */
    private static History history(Random random, int length) {
        var history = History.of(new IncidentDeclared(
                INCIDENT, "Checkout fails", Severity.SEV3, List.of("checkout"),
                new Detection(DetectionSource.CUSTOMER, null), random.nextBoolean() ? TEN.minusSeconds(900) : null,
                null,
                false, TEN));
        var strikable = new ArrayList<Long>();
        int struckResponses = 0;
        for (int i = 0; i < length; i++) {
            Instant at = TEN.plusSeconds(60L * random.nextInt(MINUTES));
            Event event = event(random, at, history);
            if (random.nextInt(4) == 0 && !strikable.isEmpty()) {
                long entry = strikable.get(random.nextInt(strikable.size()));
                boolean response = isResponse(history.events().get((int) entry - 1));
                if (!response || ++struckResponses <= 2) {
                    event = random.nextBoolean()
                            ? new EntryRetracted(INCIDENT, entry, "wrong", at)
                            : new EntryCorrected(
                                    INCIDENT, entry, "another time", null, response ? later(history, entry) : at, at);
                }
            }
            history.then(event);
            if (event instanceof ImpactRecorded || event instanceof EntryRetracted || isResponse(event)) {
                strikable.add((long) history.recorded().size());
            }
        }
        return history;
    }

    private static Instant later(History history, long entry) {
        return history.events().get((int) entry - 1).occurredAt().plusSeconds(1800);
    }

    private static boolean isResponse(Event event) {
        return event instanceof FindingAdded || event instanceof MitigationApplied;
    }

    private static Event event(Random random, Instant at, History history) {
        var finding = new FindingId("F-%04d".formatted(history.recorded().size()));
        return switch (random.nextInt(13)) {
            case 0 -> new SeverityChanged(INCIDENT, Severity.SEV3, Severity.SEV1, null, at);
            case 1 -> new RoleAssigned(INCIDENT, Role.INCIDENT_COMMANDER, "bob", at);
            case 2 -> new RoleReleased(INCIDENT, Role.INCIDENT_COMMANDER, "bob", at);
            case 3 -> new IncidentMitigated(INCIDENT, null, at);
            case 4 -> new IncidentResolved(INCIDENT, "restarted", random.nextBoolean() ? at : null, at);
            case 5 -> new IncidentReopened(INCIDENT, "it is back", at);
            case 6 -> new IncidentClosed(INCIDENT, null, List.of(), at);
            case 7 -> new ImpactRecorded(
                    INCIDENT, List.of("checkout"), at, random.nextBoolean() ? at.plusSeconds(3600) : null, 50, null,
                    at);
            case 8 -> new IncidentLinkedToProblem(ProblemId.of(1), INCIDENT, at);
            case 9 -> new MitigationApplied(INCIDENT, "restarted", MitigationEffect.NO_EFFECT, null, at);
            default -> new FindingAdded(
                    INCIDENT, finding, FindingKind.OBSERVATION, "slow", null, null, List.of(), null, null,
                    Visibility.INTERNAL, at);
        };
    }
}
