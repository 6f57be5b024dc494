package dev.andon.query.postmortem;

import dev.andon.kernel.Actor;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.Role;
import dev.andon.kernel.event.FindingAdded;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.event.RoleAssigned;
import dev.andon.kernel.event.RoleReleased;
import dev.andon.query.timeline.Timeline;
import dev.andon.query.timeline.TimelineEntry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen, and who chose it.
 *
 * @param as the roles that they held at that moment
 * @param reviewAt when a decision to wait was to be looked at again
 */
record Decision(
        FindingId findingId,
        String text,
        Actor by,
        List<Role> as,
        Instant at,
        @Nullable Instant reviewAt,
        List<Long> entryIds) {

    static List<Decision> in(Timeline timeline) {
        return timeline.standing(FindingAdded.class).stream()
                .filter(entry -> entry.event().kind() == FindingKind.DECISION)
                .map(entry -> new Decision(
                        entry.event().findingId(),
                        entry.event().text(),
                        entry.actor(),
                        rolesOf(entry.actor().id(), entry, timeline),
                        entry.occurredAt(),
                        entry.event().reviewAt(),
                        List.of(entry.id())))
                .toList();
    }

    private static List<Role> rolesOf(String person, TimelineEntry<?> moment, Timeline timeline) {
        Map<Role, Set<String>> holders = new EnumMap<>(Role.class);
        for (TimelineEntry<?> entry : timeline.entries()) {
            if (entry.occurredAt().isAfter(moment.occurredAt())) {
                break;
            }
            if (entry.standing()) {
                hold(entry.event(), holders);
            }
        }
        return holders.keySet().stream()
                .filter(role -> holders.getOrDefault(role, Set.of()).contains(person))
                .toList();
    }

    private static void hold(IncidentEvent event, Map<Role, Set<String>> holders) {
        if (event instanceof RoleAssigned assigned) {
            Set<String> held = holders.computeIfAbsent(assigned.role(), _ -> new HashSet<>());
            if (assigned.role() != Role.RESPONDER) {
                held.clear();
            }
            held.add(assigned.assignee());
        } else if (event instanceof RoleReleased released) {
            holders.getOrDefault(released.role(), new HashSet<>()).remove(released.assignee());
        }
    }
}
