/**
 * Which incidents look alike, how much, and why. What an incident is recognised by is kept in a document of its own, so that
 * nobody has to read timelines for it.
 */
@NullMarked
package dev.andon.query.similar;

import org.jspecify.annotations.NullMarked;
