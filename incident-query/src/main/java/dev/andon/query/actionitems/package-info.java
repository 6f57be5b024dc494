/** The work that came out of incidents: whose it is, when it is due, and whether it was done. */
@NullMarked
package dev.andon.query.actionitems;

import org.jspecify.annotations.NullMarked;
