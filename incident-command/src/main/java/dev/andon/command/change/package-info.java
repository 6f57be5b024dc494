/** What is put into production. Registered by whoever deploys, whether or not an incident ever follows. */
@NullMarked
package dev.andon.command.change;

import org.jspecify.annotations.NullMarked;
