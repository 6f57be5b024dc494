/**
 * Breaks what a log stands on, while it is being written: lines, processes, files and disks. What every caller was told is
 * then held against the log, verified from its first commit to its last.
 */
@NullMarked
package dev.andon.eventstore.faults;

import org.jspecify.annotations.NullMarked;
