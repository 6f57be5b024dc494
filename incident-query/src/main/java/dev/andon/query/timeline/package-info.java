/**
 * What happened in an incident, in order. Entries are stored as they were recorded and never touched again; corrections,
 * retractions and verdicts are worked out when the timeline is read.
 */
@NullMarked
package dev.andon.query.timeline;

import org.jspecify.annotations.NullMarked;
