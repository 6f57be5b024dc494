package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;
import dev.andon.kernel.NoteKind;
import dev.andon.kernel.Prose;
import org.jspecify.annotations.Nullable;

/** Adds a note from the retrospective; a feeling may be anonymous. */
public record AddRetrospectiveNote(
        IncidentId incidentId,
        NoteKind kind,
        @Prose String text,
        @Nullable Boolean anonymous) implements Command {}
