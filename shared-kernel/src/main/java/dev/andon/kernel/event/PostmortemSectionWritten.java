package dev.andon.kernel.event;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.PostmortemSection;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;

/** A person wrote a section of the postmortem. Versions count up from 1; what is made from events is version 0. */
public record PostmortemSectionWritten(
        IncidentId incidentId,
        PostmortemSection section,
        int version,
        String author,
        String markdown,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Set.of(incidentId.tag(), Tag.section(section));
    }
}
