package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Line;
import dev.andon.kernel.Name;
import dev.andon.kernel.ProblemId;
import dev.andon.kernel.RootCauseCategory;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a thing that causes incidents a name of its own.
 *
 * @param incidentIds the incidents that it is known to have caused
 */
public record OpenProblem(
        ProblemId problemId,
        @Line String title,
        @Size(max = 50) List<@Name String> services,
        @Nullable RootCauseCategory rootCauseCategory,
        @Size(max = 50) List<IncidentId> incidentIds) implements Command {

    public OpenProblem {
        services = List.copyOf(services);
        incidentIds = List.copyOf(incidentIds);
    }
}
