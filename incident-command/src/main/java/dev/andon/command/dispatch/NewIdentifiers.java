package dev.andon.command.dispatch;

import dev.andon.kernel.Identifier;

/** Where the identifiers of new things come from. One may turn out to be taken; the next is another. */
public interface NewIdentifiers {

    <I extends Identifier> I next(Class<I> type);

    /** Looks up what others have taken meanwhile; asked for when an identifier turned out to be taken. */
    void catchUp();
}
