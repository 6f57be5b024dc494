package dev.andon.kernel.command;

import dev.andon.kernel.Prose;
import dev.andon.kernel.RunbookId;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Publishes another version of a runbook; the one before stays for whoever was following it. */
public record ReviseRunbook(
        RunbookId runbookId, @Size(min = 1, max = 100) List<@Prose String> steps) implements Command {

    public ReviseRunbook {
        steps = List.copyOf(steps);
    }
}
