package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.Min;

/** Strikes out a timeline entry. */
public record RetractEntry(IncidentId incidentId, @Min(1) long entryId,
        @Prose String reason) implements Command, EntryCommand {}
