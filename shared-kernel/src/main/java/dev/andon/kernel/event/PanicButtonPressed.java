package dev.andon.kernel.event;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody saw no other way than to call for help, and was told what happens now. Without the name here, whoever finds that
 * nothing was wrong could not tell them so.
 *
 * @param findingId what they saw, if there was an incident to add it to; otherwise the incident was declared with it
 * @param message what they were told
 */
public record PanicButtonPressed(
        IncidentId incidentId,
        String service,
        String pressedBy,
        @Nullable FindingId findingId,
        String message,
        Instant occurredAt) implements IncidentEvent {

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId, findingId);
    }
}
