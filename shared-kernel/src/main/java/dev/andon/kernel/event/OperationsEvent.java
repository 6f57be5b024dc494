package dev.andon.kernel.event;

/** An event in the running of services when nothing has to be wrong: what is reviewed, checked and planned. */
public sealed interface OperationsEvent extends Event
        permits OperationsReviewHeld, ReadinessCheckOpened, ReadinessItemAnswered, ReadinessCheckSignedOff,
        PlannedEventScheduled {}
