package dev.andon.command.decision;

/** The caller expects a version, and the command is not about anything that has one. Nothing was recorded. */
public final class NoVersionToExpect extends RuntimeException {

    public NoVersionToExpect() {
        super("Only a command about an incident that is there can depend on a version");
    }
}
