/** Acts other than rollbacks that are meant to lessen the harm. Each is recorded with the effect it had. */
@NullMarked
package dev.andon.command.mitigation;

import org.jspecify.annotations.NullMarked;
