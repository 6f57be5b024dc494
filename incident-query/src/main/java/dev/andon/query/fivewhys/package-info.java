/** The root-cause analysis of one incident, as far as it has come. */
@NullMarked
package dev.andon.query.fivewhys;

import org.jspecify.annotations.NullMarked;
