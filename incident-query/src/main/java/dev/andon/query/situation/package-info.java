/** Where an incident stands at any moment: what is suspected, who does what, and what is under way. */
@NullMarked
package dev.andon.query.situation;

import org.jspecify.annotations.NullMarked;
