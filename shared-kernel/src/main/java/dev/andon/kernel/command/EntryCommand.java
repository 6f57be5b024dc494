package dev.andon.kernel.command;

import dev.andon.kernel.IncidentId;

/** A command about one entry of an incident's timeline. */
public interface EntryCommand {

    IncidentId incidentId();

    long entryId();
}
