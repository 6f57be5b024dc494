package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Phase;
import jakarta.validation.constraints.Min;

/** Makes a timeline entry a key moment of a phase. */
public record PinEntry(IncidentId incidentId, @Min(1) long entryId, Phase phase) implements Command, EntryCommand {}
