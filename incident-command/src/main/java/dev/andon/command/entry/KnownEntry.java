package dev.andon.command.entry;

import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.EntryRetracted;
import java.util.Map;
import java.util.Set;

/**
 * Whether an entry was struck out, read by the entry's own tag: by the incident's, every correction would load all others.
 *
 * <p>That there is such an entry in this incident is for the caller to check; an entry may come from an event of any type,
 * so a boundary around it would be the whole incident.
 */
record KnownEntry(IncidentLife incident, long entryId, boolean retracted) {

    static DecisionModel<KnownEntry> of(IncidentId incidentId, long entryId) {
        Set<Tag> entry = Set.of(incidentId.tag(), Tag.entry(entryId));
        return IncidentLife.of(incidentId)
                .and(DecisionModel.whether(entry, EntryRetracted.class), (incident, retracted) -> new KnownEntry(
                        incident, entryId, retracted));
    }

    /** Refuses an entry that was struck out. An incident that has ended is fine: its record can still be put right. */
    void requireStands() {
        incident.requireDeclared();
        if (retracted) {
            throw new Refused(
                    Refusal.ENTRY_RETRACTED,
                    "Entry %d of %s was struck out".formatted(entryId, incident.incidentId()),
                    Map.of("incidentId", incident.incidentId(), "entryId", entryId));
        }
    }
}
