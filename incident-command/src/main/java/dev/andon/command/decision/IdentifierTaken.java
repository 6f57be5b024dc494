package dev.andon.command.decision;

import dev.andon.kernel.Identifier;

/** Somebody else got this new identifier first. The caller never sees it: the command is tried again with another one. */
public final class IdentifierTaken extends RuntimeException {

    private final transient Identifier identifier;

    public IdentifierTaken(Identifier identifier) {
        super(identifier + " is taken");
        this.identifier = identifier;
    }

    public Identifier identifier() {
        return identifier;
    }
}
