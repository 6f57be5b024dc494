package dev.andon.command.axon;

import dev.andon.command.decision.NoVersionToExpect;
import dev.andon.command.decision.VersionMismatch;
import dev.andon.eventstore.axon.Recorded;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.event.Event;
import dev.andon.kernel.event.IncidentEvent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.Position;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/**
 * What a caller believes an incident's version to be: the position of its latest event. Anything recorded about the incident
 * since, of whatever type, proves the caller wrong. It is read inside the unit of work, and so becomes part of the append
 * condition; checked beforehand, it could change between the check and the commit, and of two who believe in the same
 * version both would be right.
 *
 * @param incidentId null if only the events will tell what the command is about, as they do for an action item
 * @param any whether it is enough that the incident is there
 * @param versions one of which it must be; there may be none that it could be
 */
public record ExpectedVersion(@Nullable IncidentId incidentId, boolean any, Set<Long> versions) {

    private static final String ANY = "*";

    public ExpectedVersion {
        versions = Set.copyOf(versions);
    }

    static Optional<ExpectedVersion> in(Map<String, String> metadata) {
        return Optional.ofNullable(metadata.get(CommandMetadata.EXPECTED_VERSION)).map(ExpectedVersion::parse);
    }

    private static ExpectedVersion parse(String text) {
        String incident = text.substring(0, text.indexOf('@'));
        String versions = text.substring(text.indexOf('@') + 1);
        boolean any = versions.equals(ANY);
        return new ExpectedVersion(
                incident.isEmpty() ? null : new IncidentId(incident),
                any,
                any || versions.isEmpty()
                        ? Set.of()
                        : Arrays.stream(versions.split(",")).map(Long::valueOf).collect(Collectors.toSet()));
    }

    /** As metadata: {@code INC-42@17,18}. */
    @Override
    public String toString() {
        return (incidentId == null ? "" : incidentId)
                + "@"
                + (any ? ANY : versions.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** An incident that is not there is left to the rule, which says so in its own words. */
    void beforeDeciding(ProcessingContext context, StoredEvents storedEvents) {
        if (incidentId != null && !any) {
            long present = presentVersionOf(incidentId, context, storedEvents);
            if (present != 0 && !versions.contains(present)) {
                throw new VersionMismatch(incidentId, present);
            }
        }
    }

    void afterDeciding(List<Event> events, ProcessingContext context, StoredEvents storedEvents) {
        if (incidentId != null) {
            return;
        }
        IncidentId incident = events.getFirst() instanceof IncidentEvent event ? event.incidentId() : null;
        if (incident == null) {
            throw new NoVersionToExpect();
        }
        long present = presentVersionOf(incident, context, storedEvents);
        if (present == 0) {
            throw new NoVersionToExpect();
        }
        if (!any && !versions.contains(present)) {
            throw new VersionMismatch(incident, present);
        }
    }

    /** Zero if there is no such incident. Usually the caller is right, and then one event is read, however many there are. */
    private long presentVersionOf(IncidentId incident, ProcessingContext context, StoredEvents storedEvents) {
        long before = versions.isEmpty() ? 0 : Collections.min(versions) - 1;
        long latest = latestAfter(before, incident, context, storedEvents);
        return latest != 0 || before <= 0 ? latest : latestAfter(0, incident, context, storedEvents);
    }

    private static long latestAfter(
            long position, IncidentId incident, ProcessingContext context, StoredEvents storedEvents) {
        Position start = position <= 0 ? Position.START : new GlobalIndexConsistencyMarker(position).position();
        var criteria = EventCriteria.havingTags(KernelTags.axonTag(incident.tag()));
        return Sourcing.events(SourcingCondition.conditionFor(start, criteria), context).stream()
                .filter(message -> storedEvents.in(message) instanceof IncidentEvent event
                        && event.incidents().contains(incident))
                .flatMap(message -> Recorded.of(message).stream())
                .mapToLong(Recorded::position)
                .max()
                .orElse(0);
    }
}
