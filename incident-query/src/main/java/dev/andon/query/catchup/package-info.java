/** What is new in an incident since a position: the brief for whoever joins it or comes on shift. */
@NullMarked
package dev.andon.query.catchup;

import org.jspecify.annotations.NullMarked;
