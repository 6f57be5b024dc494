package dev.andon.kernel.command;

import dev.andon.kernel.Document;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.PostmortemSection;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Writes a section of the postmortem, on top of the version that the author read; without one, as its first. */
public record WritePostmortemSection(
        IncidentId incidentId,
        PostmortemSection section,
        @Document String markdown,
        @Min(0) @Nullable Integer baseVersion) implements Command {}
