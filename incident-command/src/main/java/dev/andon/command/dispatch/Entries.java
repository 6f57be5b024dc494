package dev.andon.command.dispatch;

import dev.andon.command.decision.NotFound;
import dev.andon.eventstore.EventStore;
import dev.andon.eventstore.RecordedEvent;
import dev.andon.eventstore.Tag;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.command.Command;
import dev.andon.kernel.command.CorrectEntry;
import dev.andon.kernel.command.RetractEntry;

/**
 * Whether an incident's timeline has an entry. An entry is an event, and a recorded event stays what it is, so this needs no
 * part in the consistency boundary of a rule: one event is read, not all that could have been at that position.
 */
final class Entries {

    private final EventStore store;

    Entries(EventStore store) {
        this.store = store;
    }

    void requireEntryOf(Command command) {
        if (command instanceof CorrectEntry correction) {
            requireEntry(correction.incidentId(), correction.entryId());
        } else if (command instanceof RetractEntry retraction) {
            requireEntry(retraction.incidentId(), retraction.entryId());
        }
    }

    private void requireEntry(IncidentId incidentId, long entryId) {
        var incident = Tag.of(incidentId.tag().key(), incidentId.tag().value());
        boolean isThere = Reading.now(store.read(entryId - 1)
                .next()
                .flatMapIterable(commit -> commit.recordedEvents().toList())
                .filter(event -> event.position() == entryId)
                .map(RecordedEvent::data)
                .any(event -> event.tags().contains(incident)))
                .orElse(false);
        if (!isThere) {
            throw new NotFound("entry", Long.toString(entryId));
        }
    }
}
