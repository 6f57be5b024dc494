package dev.andon.kernel.event;

import dev.andon.kernel.ChangeId;

/** An event in the life of a change. */
public sealed interface ChangeEvent extends Event
        permits ChangeRegistered {

    ChangeId changeId();
}
