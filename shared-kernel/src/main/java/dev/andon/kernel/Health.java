package dev.andon.kernel;

/** How a service is, as whoever is on standby sees it. */
public enum Health {
    GREEN,
    AMBER,
    RED
}
