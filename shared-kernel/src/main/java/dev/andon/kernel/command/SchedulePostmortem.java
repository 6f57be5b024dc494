package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Name;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says when the postmortem will be reviewed, by whom, and who answers for it until then. */
public record SchedulePostmortem(
        IncidentId incidentId,
        Instant scheduledFor,
        @Name @Nullable String owner,
        @Size(max = 100) List<@Name String> attendees) implements Command {

    public SchedulePostmortem {
        attendees = List.copyOf(attendees);
    }
}
