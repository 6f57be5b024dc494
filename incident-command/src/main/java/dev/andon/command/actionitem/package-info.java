/** Work that comes out of an incident: proposed, voted on, owned, and done or cancelled, often long after the incident. */
@NullMarked
package dev.andon.command.actionitem;

import org.jspecify.annotations.NullMarked;
