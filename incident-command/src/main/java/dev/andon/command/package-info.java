/** The write side: commands become events. Each entity's rules are in a package of their own; all of them are listed here. */
@NullMarked
package dev.andon.command;

import org.jspecify.annotations.NullMarked;
