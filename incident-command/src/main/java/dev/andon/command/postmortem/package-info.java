/** The document that an incident leaves behind: scheduled, written by people on top of what events say, published or waived. */
@NullMarked
package dev.andon.command.postmortem;

import org.jspecify.annotations.NullMarked;
