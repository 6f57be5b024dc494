package dev.andon.kernel.command;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.FindingKind;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Link;
import dev.andon.kernel.Name;
import dev.andon.kernel.Prose;
import dev.andon.kernel.Visibility;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds what somebody saw, suspects, can show, or decided. */
public record AddFinding(
        IncidentId incidentId,
        FindingId findingId,
        FindingKind kind,
        @Prose String text,
        @PastOrPresent @Nullable Instant occurredAt,
        @Nullable FindingId about,
        @Nullable Boolean supports,
        @Size(max = 50) List<Link> links,
        @Name @Nullable String service,
        @Nullable Instant reviewAt,
        @Nullable Visibility visibility) implements Command {

    public AddFinding {
        links = List.copyOf(links);
    }
}
