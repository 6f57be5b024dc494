package dev.andon.command.axon;

import java.util.Set;

/** What travels with a command beside what its events keep ({@link dev.andon.kernel.EventMetadata}). */
public final class CommandMetadata {

    /** When something happened if the command does not say; the clock's time if this is absent. */
    public static final String NOW = "now";

    /** What the commit becomes the result of: the same id is never recorded twice. */
    public static final String COMMAND_ID = "commandId";

    static final Set<String> NOT_KEPT = Set.of(NOW, COMMAND_ID);

    private CommandMetadata() {}
}
