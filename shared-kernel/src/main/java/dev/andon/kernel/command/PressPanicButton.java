package dev.andon.kernel.command;

import dev.andon.kernel.FindingId;
import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Name;
import dev.andon.kernel.Prose;

/**
 * Says that something is wrong, by somebody who need not know what an incident is.
 *
 * @param incidentId of the incident that is opened, if there is none to add to
 * @param findingId of what they saw, if there is one
 */
public record PressPanicButton(
        IncidentId incidentId, FindingId findingId, @Name String service, @Prose String text) implements Command {}
