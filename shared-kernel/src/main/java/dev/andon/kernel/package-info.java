/** The language: the words that commands, events, URLs and documents share. Depends on no framework and no storage. */
@NullMarked
package dev.andon.kernel;

import org.jspecify.annotations.NullMarked;
