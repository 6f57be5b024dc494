package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.ProblemId;

/** Says that this problem caused this incident. */
public record LinkIncidentToProblem(ProblemId problemId, IncidentId incidentId) implements Command {}
