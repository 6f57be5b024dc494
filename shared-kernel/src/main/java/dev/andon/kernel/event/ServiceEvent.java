package dev.andon.kernel.event;

/** An event in the life of a service. */
public sealed interface ServiceEvent extends Event
        permits ServiceRegistered {

    String name();
}
