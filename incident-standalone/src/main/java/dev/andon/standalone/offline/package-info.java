/**
 * The command lines that work on a log while no server is needed for it: they check it, write it down as a journal, and make
 * a log of such a journal.
 */
@NullMarked
package dev.andon.standalone.offline;

import org.jspecify.annotations.NullMarked;
