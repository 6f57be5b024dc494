/**
 * The command line that checks a log from its first commit to its last. It starts no server and changes nothing.
 */
@NullMarked
package dev.andon.standalone.verify;

import org.jspecify.annotations.NullMarked;
