/**
 * What became of a call for help, for whoever pressed the panic button. It says what the incident's state says, in words
 * that need no explanation.
 */
@NullMarked
package dev.andon.query.panic;

import org.jspecify.annotations.NullMarked;
