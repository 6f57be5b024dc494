/** Which API keys there are, who made them, and what became of them; never what they are. */
@NullMarked
package dev.andon.query.apikeys;

import org.jspecify.annotations.NullMarked;
