package dev.andon.kernel.event;

/** An event about a service: what is promised of it, how it is, how it is looked after. */
public sealed interface ServiceEvent extends Event
        permits ServiceRegistered, RunbookPublished, CheckInRecorded {

    String service();
}
