package dev.andon.kernel.event;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Link;
import dev.andon.kernel.Tag;
import dev.andon.kernel.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody stated a fact or a belief. Evidence names the hypothesis it is {@code about} and whether it {@code supports} it. */
public record FindingAdded(
        IncidentId incidentId,
        FindingId findingId,
        FindingKind kind,
        String text,
        @Nullable FindingId about,
        @Nullable Boolean supports,
        List<Link> links,
        @Nullable String service,
        @Nullable Instant reviewAt,
        Visibility visibility,
        Instant occurredAt) implements IncidentEvent {

    public FindingAdded {
        links = List.copyOf(links);
    }

    @Override
    public Set<Tag> tags() {
        return Tag.of(incidentId, findingId);
    }
}
