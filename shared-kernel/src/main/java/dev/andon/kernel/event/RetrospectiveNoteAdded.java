package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.NoteKind;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/** A note from the retrospective. An anonymous one names no author anywhere. */
public record RetrospectiveNoteAdded(
        IncidentId incidentId,
        NoteKind kind,
        String text,
        boolean anonymous,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId);
    }
}
