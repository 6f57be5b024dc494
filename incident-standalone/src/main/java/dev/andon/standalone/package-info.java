/** Both sides in one process on the embedded log: what a newcomer runs. */
@NullMarked
package dev.andon.standalone;

import org.jspecify.annotations.NullMarked;
