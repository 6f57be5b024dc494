/** What is reviewed, checked and planned when nothing has to be wrong. Nothing here is about a single incident. */
@NullMarked
package dev.andon.command.operations;

import org.jspecify.annotations.NullMarked;
