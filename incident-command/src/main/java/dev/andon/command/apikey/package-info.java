/** The keys that bots come in with. Whom one lets in is decided elsewhere; here is only that it exists, and until when. */
@NullMarked
package dev.andon.command.apikey;

import org.jspecify.annotations.NullMarked;
