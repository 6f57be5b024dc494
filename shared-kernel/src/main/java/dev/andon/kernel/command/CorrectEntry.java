package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.Prose;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Replaces what a timeline entry says; the original stays replayable. */
public record CorrectEntry(
        IncidentId incidentId,
        @Min(1) long entryId,
        @Prose String reason,
        @Prose @Nullable String text,
        @PastOrPresent @Nullable Instant occurredAt) implements Command, EntryCommand {}
