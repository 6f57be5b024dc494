package dev.andon.kernel.command;

import dev.andon.kernel.Line;
import dev.andon.kernel.Name;
import dev.andon.kernel.Prose;
import dev.andon.kernel.RunbookId;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Publishes an owner's manual for a service. */
public record PublishRunbook(
        RunbookId runbookId,
        @Line String name,
        @Name String service,
        @Size(min = 1, max = 100) List<@Prose String> steps) implements Command {

    public PublishRunbook {
        steps = List.copyOf(steps);
    }
}
