package dev.andon.kernel;

/** What a retrospective note is about. */
public enum NoteKind {
    WENT_WELL,
    WENT_WRONG,
    GOT_LUCKY,
    SURPRISED_BY,
    FEELING
}
