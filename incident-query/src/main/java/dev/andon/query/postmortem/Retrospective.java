package dev.andon.query.postmortem;

import dev.andon.kernel.Actor;
import dev.andon.kernel.NoteKind;
import dev.andon.kernel.event.RetrospectiveNoteAdded;
import dev.andon.query.timeline.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people said in the retrospective. A note that was given anonymously has no author. */
public record Retrospective(
        List<Note> wentWell, List<Note> wentWrong, List<Note> gotLucky, List<Note> surprisedBy, List<Note> feelings) {

    /** What one person said. */
    public record Note(String text, @Nullable Actor by, List<Long> entryIds) {}

    public static Retrospective in(Timeline timeline) {
        return new Retrospective(
                notes(timeline, NoteKind.WENT_WELL),
                notes(timeline, NoteKind.WENT_WRONG),
                notes(timeline, NoteKind.GOT_LUCKY),
                notes(timeline, NoteKind.SURPRISED_BY),
                notes(timeline, NoteKind.FEELING));
    }

    public List<Note> notes(NoteKind kind) {
        return switch (kind) {
            case WENT_WELL -> wentWell;
            case WENT_WRONG -> wentWrong;
            case GOT_LUCKY -> gotLucky;
            case SURPRISED_BY -> surprisedBy;
            case FEELING -> feelings;
        };
    }

    private static List<Note> notes(Timeline timeline, NoteKind kind) {
        return timeline.standing(RetrospectiveNoteAdded.class).stream()
                .filter(entry -> entry.event().kind() == kind)
                .map(entry -> new Note(
                        entry.event().text(), entry.event().anonymous() ? null : entry.actor(), List.of(entry.id())))
                .toList();
    }
}
