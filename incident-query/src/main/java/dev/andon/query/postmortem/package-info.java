/**
 * The postmortem's draft, from events alone: it is worked out anew from the timeline whenever somebody asks, so it is never
 * older than what was recorded and needs no read model of its own.
 */
@NullMarked
package dev.andon.query.postmortem;

import org.jspecify.annotations.NullMarked;
