/**
 * What an incident leaves to be done: rollbacks to end, updates to send, five whys to answer, action items to do, decisions to
 * look at again, a postmortem to hold. Its document holds the events that say so, however many findings there are.
 */
@NullMarked
package dev.andon.query.followup;

import org.jspecify.annotations.NullMarked;
