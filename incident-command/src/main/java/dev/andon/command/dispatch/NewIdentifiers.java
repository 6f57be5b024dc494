package dev.andon.command.dispatch;

import dev.andon.kernel.Identifier;

/** Where the identifiers of new things come from. One may turn out to be taken; the next is another. */
public interface NewIdentifiers {

    <I extends Identifier> I next(Class<I> type);
}
