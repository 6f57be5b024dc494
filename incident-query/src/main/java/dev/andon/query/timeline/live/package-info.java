/**
 * Entries as they are recorded, to whoever listens. Everything is told from the log, so a listener who comes back is told
 * exactly what they missed.
 */
@NullMarked
package dev.andon.query.timeline.live;

import org.jspecify.annotations.NullMarked;
