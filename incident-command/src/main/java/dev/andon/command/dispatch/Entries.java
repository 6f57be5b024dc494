package dev.andon.command.dispatch;

import dev.andon.command.decision.NotFound;
import dev.andon.command.entry.EntryKind;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.command.EntryCommand;
import dev.andon.kernel.event.IncidentEvent;
import dev.andon.kernel.json.EventCodec;

/**
 * Whether an incident's timeline has an entry that a command can be about. An entry is an event, and a recorded event stays
 * what it is, so this needs no part in the consistency boundary of a rule: one event is read, not all that could have been
 * at that position.
 */
final class Entries {

    private final EventStore store;
    private final EventCodec codec = new EventCodec();

    Entries(EventStore store) {
        this.store = store;
    }

    void requireEntryOf(Command command) {
        if (command instanceof EntryCommand about) {
            EntryKind.of(entry(about.incidentId(), about.entryId())).requireAllows(about);
        }
    }

    private IncidentEvent entry(IncidentId incidentId, long entryId) {
        return Reading.now(store.read(entryId - 1)
                .next()
                .flatMapIterable(commit -> commit.recordedEvents().toList())
                .filter(event -> event.position() == entryId)
                .map(RecordedEvent::data)
                .map(data -> codec.read(data.type(), data.version(), data.payload()))
                .ofType(IncidentEvent.class)
                .filter(event -> event.incidents().contains(incidentId))
                .next())
                .orElseThrow(() -> new NotFound("entry", Long.toString(entryId)));
    }
}
