/**
 * The state of each incident: how bad, where it stands, who plays which part, and how long everything took. Its document
 * holds the events that decide these, so it does not grow with what people observe.
 */
@NullMarked
package dev.andon.query.incidents;

import org.jspecify.annotations.NullMarked;
