package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import org.jspecify.annotations.Nullable;

/** Closes the root-cause analysis. */
public record CompleteFiveWhys(IncidentId incidentId, @Prose @Nullable String summary) implements Command {}
