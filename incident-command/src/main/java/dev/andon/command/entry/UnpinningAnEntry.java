package dev.andon.command.entry;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.command.incident.Act;
import dev.andon.kernel.command.UnpinEntry;
import dev.andon.kernel.event.EntryUnpinned;
import dev.andon.kernel.event.Event;
import java.util.List;
import java.util.Map;

/** Only a pinned entry can be unpinned, whether or not it still stands. */
public final class UnpinningAnEntry implements Rule<UnpinEntry, KnownEntry> {

    @Override
    public Class<UnpinEntry> command() {
        return UnpinEntry.class;
    }

    @Override
    public Knowledge<KnownEntry> knowledgeFor(UnpinEntry command) {
        return KnownEntry.of(command.incidentId(), command.entryId());
    }

    @Override
    public List<Event> decide(UnpinEntry command, KnownEntry entry, Circumstances circumstances) {
        entry.incident().requireOpenTo(Act.PUT_RIGHT);
        if (entry.pinnedTo().isEmpty()) {
            throw new Refused(
                    Refusal.ENTRY_NOT_PINNED,
                    "Entry %d of %s is no key moment".formatted(command.entryId(), command.incidentId()),
                    Map.of("incidentId", command.incidentId(), "entryId", command.entryId()));
        }
        return List.of(new EntryUnpinned(command.incidentId(), command.entryId(), circumstances.now()));
    }
}
