package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;

/** Says why there will be no postmortem. */
public record WaivePostmortem(IncidentId incidentId, @Prose String reason) implements Command {}
