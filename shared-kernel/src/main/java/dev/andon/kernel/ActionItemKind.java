package dev.andon.kernel;

/** What an action item is meant to do about the next incident. */
public enum ActionItemKind {
    PREVENT,
    DETECT,
    MITIGATE,
    PROCESS
}
