package dev.andon.command.entry;

import dev.andon.command.decision.Circumstances;
import dev.andon.command.decision.Invalid;
import dev.andon.command.decision.Knowledge;
import dev.andon.command.decision.Rule;
import dev.andon.kernel.command.CorrectEntry;
import dev.andon.kernel.event.EntryCorrected;
import dev.andon.kernel.event.Event;
import java.util.List;

/** A correction replaces something of an entry that still stands. */
public final class CorrectingAnEntry implements Rule<CorrectEntry, KnownEntry> {

    @Override
    public Class<CorrectEntry> command() {
        return CorrectEntry.class;
    }

    @Override
    public Knowledge<KnownEntry> knowledgeFor(CorrectEntry command) {
        return KnownEntry.of(command.incidentId(), command.entryId());
    }

    @Override
    public List<Event> decide(CorrectEntry command, KnownEntry entry, Circumstances circumstances) {
        if (command.text() == null && command.occurredAt() == null) {
            throw Invalid.field("/text", "or occurredAt is required: a correction says what to replace");
        }
        entry.requireStands();
        return List.of(new EntryCorrected(
                command.incidentId(),
                command.entryId(),
                command.reason(),
                command.text(),
                command.occurredAt(),
                circumstances.now()));
    }
}
