package dev.andon.command.entry;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.RetractEntry;
import dev.andon.kernel.event.EntryRetracted;
import dev.andon.kernel.event.Event;
import java.util.List;

/** An entry is struck out once, and once more if that was taken back. */
public final class RetractingAnEntry implements Rule<RetractEntry, KnownEntry> {

    @Override
    public Class<RetractEntry> command() {
        return RetractEntry.class;
    }

    @Override
    public Knowledge<KnownEntry> knowledgeFor(RetractEntry command) {
        return KnownEntry.of(command.incidentId(), command.entryId());
    }

    @Override
    public List<Event> decide(RetractEntry command, KnownEntry entry, Circumstances circumstances) {
        entry.requireStands();
        return List.of(new EntryRetracted(
                command.incidentId(), command.entryId(), command.reason(), circumstances.now()));
    }
}
