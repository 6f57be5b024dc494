/** The life of an incident: declared, worse or better, mitigated, resolved, reopened. */
@NullMarked
package dev.andon.command.incident;

import org.jspecify.annotations.NullMarked;
