package dev.andon.command.entry;

import dev.andon.command.decision.DecisionModel;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.incident.Act;
import dev.andon.command.incident.IncidentLife;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Phase;
import dev.andon.kernel.Tag;
import dev.andon.kernel.event.EntryPinned;
import dev.andon.kernel.event.EntryUnpinned;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What became of an entry, read by the entry's own tag: by the incident's, every correction would load all others.
 *
 * <p>That there is such an entry in this incident, and of which kind, is for the caller to check; an entry may come from an
 * event of any type, so a boundary around it would be the whole incident.
 *
 * @param pinnedTo the phase that it is a key moment of
 */
record KnownEntry(IncidentLife incident, long entryId, boolean retracted, Optional<Phase> pinnedTo) {

    static Knowledge<KnownEntry> of(IncidentId incidentId, long entryId) {
        return IncidentLife.of(incidentId)
                .and(pinOf(Set.of(incidentId.tag(), Tag.entry(entryId))), Pinned::new)
                .alongside(
                        DecisionModel.whetherAllStruckOut(Map.of(entryId, incidentId)),
                        (known, retracted) -> new KnownEntry(known.incident(), entryId, retracted, known.pinnedTo()));
    }

    private record Pinned(IncidentLife incident, Optional<Phase> pinnedTo) {}

    private static DecisionModel<Optional<Phase>> pinOf(Set<Tag> entry) {
        return DecisionModel.startingWith(Optional.<Phase>empty())
                .on(entry, EntryPinned.class, (_, pinned) -> Optional.of(pinned.phase()))
                .on(entry, EntryUnpinned.class, (_, _) -> Optional.empty());
    }

    /** Refuses an entry that was struck out. An incident that has ended is fine: its record can still be put right. */
    void requireStands() {
        incident.requireOpenTo(Act.PUT_RIGHT);
        if (retracted) {
            throw new Refused(
                    Refusal.ENTRY_RETRACTED,
                    "Entry %d of %s was struck out".formatted(entryId, incident.incidentId()),
                    Map.of("incidentId", incident.incidentId(), "entryId", entryId));
        }
    }
}
