package dev.andon.command.dispatch;

import dev.andon.kernel.Identifier;

/** Where the identifiers of new things come from. One may turn out to be taken; the next is another. */
public interface NewIdentifiers {

    <I extends Identifier> I next(Class<I> type);

    /**
     * The same, but none is used up: what would come next is still to come. For trying out what a command would do; what is
     * shown may belong to somebody else a moment later.
     */
    NewIdentifiers provisional();

    /** Looks up what others have taken meanwhile, if the next one would else be taken, too. */
    void catchUp(Identifier taken);
}
