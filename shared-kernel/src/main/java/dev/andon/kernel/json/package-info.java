/** How the language is written down: one JSON form for HTTP and for stored events, the same to the byte. */
@NullMarked
package dev.andon.kernel.json;

import org.jspecify.annotations.NullMarked;
