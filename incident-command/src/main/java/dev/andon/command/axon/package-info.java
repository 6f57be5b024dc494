/** The one place that knows Axon Framework: rules become command handlers, and their boundaries append conditions. */
@NullMarked
package dev.andon.command.axon;

import org.jspecify.annotations.NullMarked;
