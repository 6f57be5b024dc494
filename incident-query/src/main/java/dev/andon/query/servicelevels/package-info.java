/**
 * Availability of each service in a period against what was promised of it, from impact windows alone. The formulas are those of
 * Google's SRE books; docs/figures.md has them.
 */
@NullMarked
package dev.andon.query.servicelevels;

import org.jspecify.annotations.NullMarked;
