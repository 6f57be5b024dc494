/**
 * Words for people: how times, lengths of time and the language's constants are said, and how text that somebody wrote
 * enters a Markdown document. Knows nothing of incidents.
 */
@NullMarked
package dev.andon.query.text;

import org.jspecify.annotations.NullMarked;
