package dev.andon.kernel.command;

import dev.andon.kernel.AnswerId;
import dev.andon.kernel.FindingId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers one why, under the answer it digs into. */
public record AnswerWhy(
        IncidentId incidentId,
        AnswerId answerId,
        @Prose String question,
        @Prose String answer,
        @Nullable AnswerId under,
        @Size(max = 100) List<FindingId> cites) implements Command {

    public AnswerWhy {
        cites = List.copyOf(cites);
    }
}
