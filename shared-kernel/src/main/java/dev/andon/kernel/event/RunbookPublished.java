package dev.andon.kernel.event;

import dev.andon.kernel.RunbookId;
import dev.andon.kernel.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** An owner's manual for a service, or another version of it. Versions and steps count up from 1. */
public record RunbookPublished(
        RunbookId runbookId,
        int version,
        String name,
        String service,
        List<String> steps,
        Instant occurredAt) implements ServiceEvent {

    public RunbookPublished {
        steps = List.copyOf(steps);
    }

    @Override
    public Set<Tag> tags() {
        return Set.of(runbookId.tag(), Tag.service(service));
    }
}
