package dev.andon.command.axon;

import dev.andon.kernel.EventMetadata;
import java.util.Set;

/** What travels with a command beside what its events keep ({@link dev.andon.kernel.EventMetadata}). */
public final class CommandMetadata {

    /** When something happened if the command does not say; the clock's time if this is absent. */
    public static final String NOW = "now";

    /** What the commit becomes the result of: the same id is never recorded twice. */
    public static final String COMMAND_ID = "commandId";

    /** An {@link ExpectedVersion}: the command is refused if the incident's is another. */
    public static final String EXPECTED_VERSION = "expectedVersion";

    /** There if the command is to be decided and its events are not to be recorded. */
    public static final String DRY_RUN = "dryRun";

    static final Set<String> NOT_KEPT = Set.of(NOW, COMMAND_ID, EXPECTED_VERSION, DRY_RUN);

    /** A trace leads to whoever sent the request, and so does whoever it was sent through. */
    static final Set<String> LEADING_TO_THE_AUTHOR = Set.of(
            EventMetadata.ACTOR_VIA,
            EventMetadata.CALLER,
            EventMetadata.TRACE_ID,
            EventMetadata.CORRELATION_ID,
            EventMetadata.CAUSATION_ID);

    private CommandMetadata() {}
}
