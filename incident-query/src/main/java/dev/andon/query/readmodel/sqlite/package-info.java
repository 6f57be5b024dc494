/**
 * Read models in one SQLite file, for a process that has its data beside it. The file can be deleted at any time the
 * process is down: everything in it is built again from the log.
 */
@NullMarked
package dev.andon.query.readmodel.sqlite;

import org.jspecify.annotations.NullMarked;
