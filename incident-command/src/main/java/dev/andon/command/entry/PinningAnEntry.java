package dev.andon.command.entry;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.Refusal;
import dev.andon.command.decision.Refused;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.PinEntry;
import dev.andon.kernel.event.EntryPinned;
import dev.andon.kernel.event.Event;
import java.util.List;
import java.util.Map;

/** An entry that stands is a key moment of one phase; pinned again, of another one. */
public final class PinningAnEntry implements Rule<PinEntry, KnownEntry> {

    @Override
    public Class<PinEntry> command() {
        return PinEntry.class;
    }

    @Override
    public Knowledge<KnownEntry> knowledgeFor(PinEntry command) {
        return KnownEntry.of(command.incidentId(), command.entryId());
    }

    @Override
    public List<Event> decide(PinEntry command, KnownEntry entry, Circumstances circumstances) {
        entry.requireStands();
        if (entry.pinnedTo().filter(command.phase()::equals).isPresent()) {
            throw new Refused(
                    Refusal.ENTRY_ALREADY_PINNED,
                    "Entry %d of %s is a key moment of %s already".formatted(
                            command.entryId(), command.incidentId(), command.phase()),
                    Map.of(
                            "incidentId", command.incidentId(),
                            "entryId", command.entryId(),
                            "phase", command.phase()));
        }
        return List.of(new EntryPinned(
                command.incidentId(), command.entryId(), command.phase(), circumstances.now()));
    }
}
