/** What is new in an incident since a position: the brief for whoever joins it or comes on shift. */
@NullMarked
package dev.andon.query.changes;

import org.jspecify.annotations.NullMarked;
