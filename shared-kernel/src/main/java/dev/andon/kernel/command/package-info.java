/** What can be asked, one immutable record each, in the imperative. */
@NullMarked
package dev.andon.kernel.command;

import org.jspecify.annotations.NullMarked;
