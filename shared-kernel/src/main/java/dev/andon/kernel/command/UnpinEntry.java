package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import jakarta.validation.constraints.Min;

/** Says that a timeline entry is no key moment after all. */
public record UnpinEntry(IncidentId incidentId, @Min(1) long entryId) implements Command, EntryCommand {}
