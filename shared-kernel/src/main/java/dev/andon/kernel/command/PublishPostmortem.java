package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;

/** Puts the postmortem before everybody as it is. */
public record PublishPostmortem(IncidentId incidentId) implements Command {}
