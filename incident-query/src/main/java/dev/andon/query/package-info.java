/** The read side: one package for each question, with its projection, its documents and its front together. */
@NullMarked
package dev.andon.query;

import org.jspecify.annotations.NullMarked;
